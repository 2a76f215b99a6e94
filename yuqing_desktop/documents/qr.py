"""The QR code of a paper: what a scanner types when the paper comes back."""


def png(text: str, *, scale: int = 6) -> bytes:
    """A QR code (error correction M) as a PNG; `text` should be ASCII, for scanners type it."""
    import io

    import segno

    picture = io.BytesIO()
    segno.make_qr(text, error="m", boost_error=False, mask=2).save(picture, kind="png", scale=scale, border=2)
    return picture.getvalue()
