"""Ed25519 signatures, and private keys sealed by a password (scrypt, AES-256-GCM). Keys and signatures are hex.

A sealed key says by which figures: scrypt:131072:8:1$salt, nonce and box in hex.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import scrypt
from typing import Any

from yuqing_desktop.domain.signing_in import Cost, cost_of

Signer = Callable[[str], str]

SALT_SIZE, NONCE_SIZE = 16, 12
_FIRST = Cost(1 << 15)
"""The figures of keys sealed before a key named its own."""


class WrongPassword(Exception):
    """The password does not open this key. Services turn it into a refusal."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A new key: its public half, and its private half sealed."""

    public: str
    sealed: str


def new_key(password: str, cost: Cost) -> KeyPair:
    """A new pair, its private half sealed by the password."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    return KeyPair(
        private.public_key().public_bytes_raw().hex(), _seal(private.private_bytes_raw(), password, cost)
    )


def unlock(sealed: str, password: str) -> Signer:
    """A function that signs a text, by the key this password opens. Raises WrongPassword."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.from_private_bytes(_unseal(sealed, password))

    def signer(message: str) -> str:
        return private.sign(message.encode()).hex()

    return signer


def is_signed(public: str, message: str, signature: str) -> bool:
    """Whether this is the key's signature over exactly this text."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), message.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def reseal(sealed: str, password: str, new_password: str, cost: Cost) -> str:
    """The same private key under another password, or other figures. Raises WrongPassword."""
    return _seal(_unseal(sealed, password), new_password, cost)


def stretched(password: str, salt: bytes, length: int, cost: Cost) -> bytes:
    """A password made slow to guess."""
    return scrypt(
        password.encode(), salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=cost.memory, dklen=length
    )


def _seal(private: bytes, password: str, cost: Cost) -> str:
    salt, nonce = os.urandom(SALT_SIZE), os.urandom(NONCE_SIZE)
    box = _cipher(password, salt, cost).encrypt(nonce, private, None)
    return f"{cost.scheme}${(salt + nonce + box).hex()}"


def _unseal(sealed: str, password: str) -> bytes:
    from cryptography.exceptions import InvalidTag

    scheme, _, content = sealed.rpartition("$")
    raw, cost = bytes.fromhex(content), cost_of(scheme) if scheme else _FIRST
    salt, nonce, box = raw[:SALT_SIZE], raw[SALT_SIZE : SALT_SIZE + NONCE_SIZE], raw[SALT_SIZE + NONCE_SIZE :]
    try:
        return bytes(_cipher(password, salt, cost).decrypt(nonce, box, None))
    except InvalidTag as error:
        raise WrongPassword from error


def _cipher(password: str, salt: bytes, cost: Cost) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(stretched(password, salt, 32, cost))
