"""Passwords as slow hashes."""

import hashlib
import time

import pytest

from tests.bureau import CHEAP
from yuqing_desktop.domain.signing_in import PRESENT_COST, Cost, cost_of
from yuqing_desktop.storage import passwords, signing


def test_a_password_is_kept_by_the_agreed_figures_and_takes_its_time_to_try() -> None:
    secret = passwords.hashed("政务舆情-2026", PRESENT_COST)
    started = time.process_time()
    assert passwords.matches("政务舆情-2026", "scrypt:131072:8:1", secret)
    # a quarter of a second is asked for on the machine of an office; no machine does it in a fifth of that
    assert time.process_time() - started > 0.05
    assert PRESENT_COST.scheme == "scrypt:131072:8:1"
    assert 128 * PRESENT_COST.n * PRESENT_COST.r == 128 * 2**20, "bytes of memory a guess takes"
    assert not passwords.matches("政务舆情-2027", PRESENT_COST.scheme, secret)


def test_the_same_password_is_kept_in_another_way_each_time() -> None:
    assert passwords.hashed("same-word", CHEAP) != passwords.hashed("same-word", CHEAP)


def test_what_is_kept_says_by_which_figures() -> None:
    assert cost_of(Cost(1024, 4, 2).scheme) == Cost(1024, 4, 2)


def test_a_key_opens_by_its_own_figures_and_by_its_password_only() -> None:
    pair = signing.new_key("the-right-word", CHEAP)
    message, stronger = "文本", Cost(2 * CHEAP.n)
    sealed = signing.reseal(pair.sealed, "the-right-word", "another-word", stronger)
    assert sealed.startswith("scrypt:2048:8:1$")
    assert signing.is_signed(pair.public, message, signing.unlock(sealed, "another-word")(message))
    with pytest.raises(signing.WrongPassword):
        signing.unlock(sealed, "the-right-word")


def test_a_key_sealed_before_keys_named_their_figures_still_opens() -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    private, salt, nonce = Ed25519PrivateKey.generate(), bytes(16), bytes(12)
    stretched = hashlib.scrypt(b"old-word", salt=salt, n=1 << 15, r=8, p=1, maxmem=1 << 27, dklen=32)
    sealed = (salt + nonce + AESGCM(stretched).encrypt(nonce, private.private_bytes_raw(), None)).hex()
    signature = signing.unlock(sealed, "old-word")("文本")
    assert signing.is_signed(private.public_key().public_bytes_raw().hex(), "文本", signature)
