"""Verifies Open Badges 3.0 credentials: written after the specifications, without a line of Holdout's.

JSON-LD and canonical RDF are PyLD's, Ed25519 is that of OpenSSL; both come from Debian packages. The file
that it is given holds one JSON object: `contexts` by address, and `cases`: each is a credential with the
document of the issuer and the status list that it is judged by. It prints the findings. Nothing is fetched.

Specifications: W3C Verifiable Credential Data Integrity 1.0, Data Integrity EdDSA Cryptosuites 1.0
(section 3.2), Bitstring Status List 1.0 (section 3.2), Controlled Identifiers 1.0 (Multikey).
"""

import base64
import gzip
import hashlib
import json
import sys
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld import jsonld

Json = dict[str, Any]

BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
ED25519_MULTIKEY: Final = b"\xed\x01"
CREDENTIALS_V2: Final = "https://www.w3.org/ns/credentials/v2"
LIST_TYPE: Final = "BitstringStatusListCredential"


class Refused(Exception):
    """Why a document is not accepted."""


def verify(credential: Json, issuer: Json, status_list: Json) -> str:
    """VALID, or REVOKED where the issuer took the credential back.

    Raises Refused where a proof is not the issuer's, or the list says nothing about this credential.
    """
    check_proof(credential, issuer)
    return "REVOKED" if is_revoked(credential, issuer, status_list) else "VALID"


def check_proof(document: Json, issuer: Json) -> None:
    if document.get("@context", [None])[0] != CREDENTIALS_V2:
        raise Refused("this is no credential of the data model 2.0")
    if id_of(document["issuer"]) != issuer["id"]:
        raise Refused("another issuer")
    proof = document.get("proof")
    if not isinstance(proof, dict):
        raise Refused("there is not one proof")
    if (proof.get("type"), proof.get("cryptosuite")) != ("DataIntegrityProof", "eddsa-rdfc-2022"):
        raise Refused("another cryptosuite")
    if proof.get("proofPurpose") != "assertionMethod":
        raise Refused("the proof serves another purpose")
    key = key_of(issuer, str(proof["verificationMethod"]))
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    unsecured = {name: value for name, value in document.items() if name != "proof"}
    signed = digest_of({"@context": document["@context"], **options}) + digest_of(unsecured)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(multibase(str(proof["proofValue"])), signed)
    except InvalidSignature:
        raise Refused("the signature is not of this document") from None


def is_revoked(credential: Json, issuer: Json, status_list: Json) -> bool:
    entry = credential["credentialStatus"]
    if (entry["type"], entry["statusPurpose"]) != ("BitstringStatusListEntry", "revocation"):
        raise Refused("no entry of a status list")
    if status_list["id"] != entry["statusListCredential"] or LIST_TYPE not in status_list["type"]:
        raise Refused("another status list")
    check_proof(status_list, issuer)
    subject = status_list["credentialSubject"]
    if subject["statusPurpose"] != "revocation":
        raise Refused("the status list serves another purpose")
    bits = gzip.decompress(multibase(subject["encodedList"]))
    index = int(entry["statusListIndex"])
    if len(bits) * 8 < 131_072 or not 0 <= index < len(bits) * 8:
        raise Refused("the status list is too short")
    return bool(bits[index // 8] >> (7 - index % 8) & 1)


def key_of(issuer: Json, name: str) -> bytes:
    """The key by this name, if the issuer still stands by it."""
    if name not in issuer["assertionMethod"]:
        raise Refused("the issuer has no such key")
    [method] = [each for each in issuer["verificationMethod"] if each["id"] == name]
    if method["controller"] != issuer["id"] or method["type"] != "Multikey" or "revoked" in method:
        raise Refused("the key is not, or no longer, the issuer's")
    key = multibase(method["publicKeyMultibase"])
    if key[:2] != ED25519_MULTIKEY or len(key) != 34:
        raise Refused("the key is not of Ed25519")
    return key[2:]


def digest_of(document: Json) -> bytes:
    """SHA-256 of the canonical N-Quads."""
    quads = jsonld.normalize(document, {"algorithm": "URDNA2015", "format": "application/n-quads"})
    return hashlib.sha256(quads.encode()).digest()


def multibase(text: str) -> bytes:
    if text.startswith("u"):
        return base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4))
    if not text.startswith("z"):
        raise Refused("a multibase that is not supported")
    number = 0
    for character in text[1:]:
        number = number * 58 + BASE58.index(character)
    zeros = len(text[1:]) - len(text[1:].lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def id_of(issuer: Any) -> str:
    return str(issuer["id"] if isinstance(issuer, dict) else issuer)


def finding_on(case: Json) -> str:
    try:
        return verify(case["credential"], case["issuer"], case["statusList"])
    except (Refused, jsonld.JsonLdError, KeyError, TypeError, ValueError) as error:
        return f"REFUSED: {error}"


def main() -> None:
    given = json.loads(Path(sys.argv[1]).read_text())
    contexts: dict[str, Json] = given["contexts"]

    def load(url: str, _options: Json) -> Json:
        if url not in contexts:
            raise Refused(f"{url} was not brought along")
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": contexts[url],
        }

    jsonld.set_document_loader(load)
    json.dump([finding_on(case) for case in given["cases"]], sys.stdout)


if __name__ == "__main__":
    main()
