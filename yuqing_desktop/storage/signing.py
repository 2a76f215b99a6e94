"""Ed25519 signatures, and private keys sealed by a password (scrypt, AES-256-GCM). Keys and signatures are hex."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import scrypt
from typing import Any

Signer = Callable[[str], str]

SCRYPT_N, SCRYPT_R, SCRYPT_P = 1 << 15, 8, 1
SCRYPT_MEMORY = 64 * 1024 * 1024
SALT_SIZE, NONCE_SIZE = 16, 12


class WrongPassword(Exception):
    """The password does not open this key. Services turn it into a refusal."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A new key: its public half, and its private half sealed."""

    public: str
    sealed: str


def new_key(password: str) -> KeyPair:
    """A new pair, its private half sealed by the password."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    return KeyPair(
        private.public_key().public_bytes_raw().hex(), _seal(private.private_bytes_raw(), password)
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


def reseal(sealed: str, password: str, new_password: str) -> str:
    """The same private key under another password. Raises WrongPassword."""
    return _seal(_unseal(sealed, password), new_password)


def stretched(password: str, salt: bytes, length: int) -> bytes:
    """A password made slow to guess."""
    return scrypt(
        password.encode(), salt=salt, n=SCRYPT_N, r=SCRYPT_R, p=SCRYPT_P, maxmem=SCRYPT_MEMORY, dklen=length
    )


def _seal(private: bytes, password: str) -> str:
    salt, nonce = os.urandom(SALT_SIZE), os.urandom(NONCE_SIZE)
    return (salt + nonce + _cipher(password, salt).encrypt(nonce, private, None)).hex()


def _unseal(sealed: str, password: str) -> bytes:
    from cryptography.exceptions import InvalidTag

    raw = bytes.fromhex(sealed)
    salt, nonce, box = raw[:SALT_SIZE], raw[SALT_SIZE : SALT_SIZE + NONCE_SIZE], raw[SALT_SIZE + NONCE_SIZE :]
    try:
        return bytes(_cipher(password, salt).decrypt(nonce, box, None))
    except InvalidTag as error:
        raise WrongPassword from error


def _cipher(password: str, salt: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(stretched(password, salt, 32))
