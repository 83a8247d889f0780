"""The limits of a process on Windows: written by the book, **not tried on Windows yet**.

A job object holds the process: it ends with the last handle to the job, so with its parent too,
and what asks for more memory than allowed gets none. See "Job Objects" in Microsoft's
documentation of the Win32 API.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.readers.limits import Limits

EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
PROCESS_MEMORY, KILL_ON_CLOSE, NO_DIALOG = 0x100, 0x2000, 0x400
SET_QUOTA, TERMINATE = 0x100, 0x1


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class Basic(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = (
            ("per_process_user_time", ctypes.c_int64),
            ("per_job_user_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("minimum_working_set", ctypes.c_size_t),
            ("maximum_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class Extended(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("basic", Basic),
            ("io", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    def hold(pid: int, limits: Limits) -> int | None:
        """Put a process into a job with limits and return the job's handle.

        Raises OSError where Windows refuses.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        for name in ("CreateJobObjectW", "OpenProcess"):
            getattr(kernel, name).restype = wintypes.HANDLE
        wanted = Extended(process_memory=limits.memory_bytes)
        wanted.basic.flags = PROCESS_MEMORY | KILL_ON_CLOSE | NO_DIALOG
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        process = wintypes.HANDLE(kernel.OpenProcess(SET_QUOTA | TERMINATE, False, pid))
        size = ctypes.sizeof(wanted)
        done = kernel.SetInformationJobObject(job, EXTENDED_LIMITS, ctypes.byref(wanted), size)
        done = done and kernel.AssignProcessToJobObject(job, process)
        why = ctypes.get_last_error()
        kernel.CloseHandle(process)
        if not done:
            kernel.CloseHandle(job)
            raise ctypes.WinError(why)
        return job.value

    def let_go(job: int | None) -> None:
        """Close the handle of a job, which ends what is in it."""
        ctypes.WinDLL("kernel32").CloseHandle(ctypes.c_void_p(job))

else:

    def hold(_pid: int, _limits: Limits) -> int | None:
        """Do nothing: other systems have other limits."""
        return None

    def let_go(_job: int | None) -> None:
        """Do nothing."""
