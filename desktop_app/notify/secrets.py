"""Where the addresses of channels are kept: the system's keyring, or this run's memory. Never a file."""

import os
import re

SERVICE = "plimsoll"
_VARIABLE = "PLIMSOLL_CHANNEL_"


class Secrets:
    """Addresses by channel. Without a keyring they last as long as the program, and are asked for again."""

    def __init__(self, *, use_keyring: bool = True) -> None:
        self._memory: dict[str, str] = {}
        self._use_keyring = use_keyring

    def keep(self, channel: str, address: str) -> bool:
        """Keep an address; return False where only this run remembers it, for want of a keyring."""
        self._memory[channel] = address
        if not self._use_keyring:
            return False
        import keyring

        try:
            keyring.set_password(SERVICE, channel, address)
        except Exception:  # noqa: BLE001 - a keyring's own library may raise anything, with the secret in it
            return False
        return True

    def recall(self, channel: str) -> str:
        """Return the address of a channel, empty where it has to be asked for again.

        A server without a keyring gives it in the environment, as PLIMSOLL_CHANNEL_ and the channel's name
        in capitals.
        """
        found = self._memory.get(channel) or os.environ.get(_VARIABLE + re.sub(r"\W", "_", channel).upper(), "")
        if found or not self._use_keyring:
            return found
        import keyring

        try:
            found = keyring.get_password(SERVICE, channel) or ""
        except Exception:  # noqa: BLE001 - a keyring's own library may raise anything, with the secret in it
            return ""
        if found:
            self._memory[channel] = found
        return found

    def forget(self, channel: str) -> None:
        """Forget the address of a channel."""
        self._memory.pop(channel, None)
        if not self._use_keyring:
            return
        import keyring

        try:
            keyring.delete_password(SERVICE, channel)
        except Exception:  # noqa: BLE001 - a keyring's own library may raise anything, with the secret in it
            return
