"""A second seccomp filter on top of the engine's, and a supervisor whose memory the student's code cannot
reach.
"""

from __future__ import annotations

import ctypes
import errno
import importlib
import os
import socket

_PR_SET_DUMPABLE = 4
_DENIED = (
    "io_uring_setup", "io_uring_enter", "io_uring_register", "ptrace", "process_vm_readv",
    "process_vm_writev", "keyctl", "add_key", "request_key", "bpf", "userfaultfd", "perf_event_open",
    "unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "open_tree", "move_mount", "fsopen",
    "fsconfig", "fsmount", "fspick", "mount_setattr", "open_by_handle_at", "name_to_handle_at",
    "kexec_load", "init_module", "finit_module", "delete_module", "fanotify_init",
)  # fmt: skip
_NAMESPACES = 0x7E020000  # CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
_ALLOWED_FAMILIES = (
    socket.AF_UNIX,
    socket.AF_INET,
    socket.AF_INET6,
    16,
)  # 16: AF_NETLINK, used by the C library


def become_student(user: str | None) -> None:
    """Give root up for the student's user, for good; nothing to do where the container began as that.

    gVisor lets any process open another's descriptors by /proc when it may open what is behind them. So there
    a container begins as root, and what it was given then stays root's: the channel to the worker. Only the
    log is handed to the student, whose programs may open it by name (/dev/stderr).
    """
    if user is None:
        return
    number = int(user)
    os.fchown(2, number, number)
    os.setgroups([])
    os.setresgid(number, number, number)
    os.setresuid(number, number, number)


def set_dumpable(dumpable: bool) -> None:
    """Without this, /proc/1/mem and /proc/1/fd belong to the student's user and a student could write our
    frames.
    """
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, int(dumpable), 0, 0, 0)


def install_seccomp() -> None:
    """Deny what the engine's default profile lets through. Inherited by every child; cannot be removed.

    Raises ImportError where python3-seccomp is missing, and OSError when the kernel refuses.
    """
    seccomp = importlib.import_module("seccomp")
    rules = seccomp.SyscallFilter(defaction=seccomp.ALLOW)
    denied = seccomp.ERRNO(errno.EPERM)
    for name in _DENIED:
        try:
            rules.add_rule(denied, name)
        except RuntimeError:  # a syscall this libseccomp does not know cannot be called by its name either
            continue
    # clone3 hides its flags behind a pointer; ENOSYS makes the C library fall back to clone, whose flags can
    # be read.
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    for bit in range(8, 32):  # the low byte of clone's flags is the exit signal
        if _NAMESPACES & (1 << bit):
            rules.add_rule(denied, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, 1 << bit, 1 << bit))
    refused = seccomp.ERRNO(errno.EAFNOSUPPORT)
    for call in ("socket", "socketpair"):
        # The kernel reads 32 bits of the family, the filter 64: "greater than" also catches set upper bits.
        rules.add_rule(refused, call, seccomp.Arg(0, seccomp.GT, max(_ALLOWED_FAMILIES)))
        for family in range(max(_ALLOWED_FAMILIES)):
            if family not in _ALLOWED_FAMILIES:
                rules.add_rule(refused, call, seccomp.Arg(0, seccomp.EQ, family))
    rules.load()
