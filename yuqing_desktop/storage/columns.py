"""What the tables are made of: the base of every table, and its kinds of column."""

from typing import Any

from peewee import SQL, BooleanField, IntegerField, Model, Node, TextField


class Table(Model):
    """Base of every table."""

    id = IntegerField(primary_key=True)

    class Meta:
        legacy_table_names = False


def string() -> TextField:
    """A text that is never NULL."""
    return TextField(default="", constraints=[SQL("DEFAULT ''")])


def optional() -> TextField:
    """A moment, a day or a word that may be absent."""
    return TextField(null=True)


def integer() -> IntegerField:
    """A whole number, 0 by default."""
    return IntegerField(default=0, constraints=[SQL("DEFAULT 0")])


def flag(*, default: bool) -> BooleanField:
    """A yes or no."""
    return BooleanField(default=default, constraints=[SQL(f"DEFAULT {int(default)}")])


def owner(
    table: str, *, null: bool = False, index: bool = False, unique: bool = False
) -> "IntegerField[Any]":
    """The id of a row of another table, which must exist."""
    reference: list[Node] = [SQL(f'REFERENCES "{table}" ("id")')]
    return IntegerField(null=null, index=index, unique=unique, constraints=reference)  # type: ignore[call-overload]
