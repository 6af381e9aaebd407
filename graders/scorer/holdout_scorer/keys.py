"""Everything secret is derived from the deployment's key by HMAC-SHA-256, one label per purpose."""

import hashlib
import hmac
from dataclasses import dataclass

import numpy as np

from holdout_scorer.errors import AssignmentError


@dataclass(frozen=True)
class Keyring:
    """A secret that yields independent keys, ids and random generators."""

    secret: bytes

    @staticmethod
    def from_hex(text: str, where: str) -> "Keyring":
        """Raises AssignmentError when the text is not at least 16 bytes of hex."""
        try:
            secret = bytes.fromhex(text)
        except ValueError as error:
            raise AssignmentError("JOB_INVALID", f"{where} is not hexadecimal.") from error
        if len(secret) < 16:
            raise AssignmentError("JOB_INVALID", f"{where} must hold at least 16 bytes.")
        return Keyring(secret)

    def digest(self, label: str) -> bytes:
        return hmac.new(self.secret, label.encode(), hashlib.sha256).digest()

    def child(self, label: str) -> "Keyring":
        return Keyring(self.digest(label))

    def name(self, label: str, length: int = 12) -> str:
        """A hex name of `length` digits that reveals nothing about `label` without the secret."""
        return self.digest(label).hex()[:length]

    def generator(self, label: str) -> np.random.Generator:
        return np.random.Generator(np.random.PCG64(int.from_bytes(self.digest(label), "big")))

    def commitment(self, label: str, content: bytes) -> str:
        """Binds to `content` without letting anyone test a guess of it: the salt is secret."""
        return hmac.new(self.digest(f"commitment:{label}"), content, hashlib.sha256).hexdigest()
