"""What an educator's own cells hold that no page can show."""

from casecert_data.errors._casecert_error import CasecertError


class OwnCellError(CasecertError):
    """Something in a cell that no page can show; whoever reads the cell knows its number."""

    @classmethod
    def picture_without_words(cls) -> "OwnCellError":
        """Say that a picture needs a text alternative."""
        return cls(
            "a picture without words for whoever cannot see it. Say what it shows: "
            "![a map of the campus](attachment:map.png), or Image(..., alt='...')"
        )

    @classmethod
    def picture_too_large(cls, kilobytes: int) -> "OwnCellError":
        """Say how large a picture may be."""
        return cls(
            f"a picture of more than {kilobytes} kB or 4 million pixels. Make it smaller"
        )

    @classmethod
    def picture_unreadable(cls) -> "OwnCellError":
        """Say that a picture is broken or of another kind."""
        return cls("a picture that is no whole PNG or JPEG file. Save it as one of the two")

    @classmethod
    def picture_elsewhere(cls) -> "OwnCellError":
        """Say that a page holds its pictures itself."""
        return cls(
            "a picture that lies elsewhere. Drag its file into the Markdown cell, so that the "
            "page holds it itself"
        )

    @classmethod
    def diagram(cls, language: str) -> "OwnCellError":
        """Say that a diagram written as code is drawn by nothing here."""
        return cls(f"a {language} diagram, which only a browser draws. Put it in as a picture")

    @classmethod
    def long_heading(cls, limit: int) -> "OwnCellError":
        """Say how long a heading may be."""
        return cls(f"a heading of more than {limit} letters. Say it shorter")

    @classmethod
    def nested_too_deeply(cls, limit: int) -> "OwnCellError":
        """Say how deeply lists and quotes may stand in each other."""
        return cls(f"lists or quotes that stand in each other more than {limit} times")

    @classmethod
    def widget(cls) -> "OwnCellError":
        """Say that a page has no live controls."""
        return cls("a widget, and a page has no live controls. Show a table or words instead")

    @classmethod
    def figure_without_numbers(cls) -> "OwnCellError":
        """Say that a figure holds nothing that could be set as a table."""
        return cls("a figure whose numbers cannot be read. Show them as a table instead")

    @classmethod
    def other_output(cls, kind: str) -> "OwnCellError":
        """Say that an output is of a kind that neither face of a page can show."""
        return cls(
            f"an output of the kind {kind}. Show a table, Markdown, a plotly figure or a "
            "picture instead"
        )

    @classmethod
    def bad_part(cls) -> "OwnCellError":
        """Say that a table or a text cannot be set."""
        return cls("a part that cannot be read")
