"""A kind of paper: its template's name, its title and the context it is filled with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """`name` is the template's file name without .docx; `context` the dataclass of its words."""

    name: str
    title: str
    context: type

    @property
    def file_name(self) -> str:
        """The template's file name."""
        return f"{self.name}.docx"
