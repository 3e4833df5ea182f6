"""How the documentation is built."""

from importlib.metadata import version as _version

from pydantic import BaseModel
from sphinx.application import Sphinx

project = "Détente"
author = "The Détente contributors"
copyright = author
version = release = _version("detente")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3

# A broken reference within Détente is a fault; other packages' names are not looked up, nor are
# those that a type written in place brings with it: type variables, validators, Annotated.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!detente\b).*"),
    (r"py:class", r"detente\..*\.(?:Annotated|[A-Z]|_\w+)"),
]
# Rooms use one word, each for its own: a Point is one thing to a question, another to the oracle.
suppress_warnings = ["ref.python"]

napoleon_google_docstring = False
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_member_order = "bysource"

html_theme = "furo"
html_title = f"{project} {release}"


def _form_has_no_signature(
    _app: object, what: str, _name: str, obj: object, *_rest: object
) -> tuple[str, str] | None:
    """Leave out the signature of a model: its fields say it, each on a line of its own."""
    if what == "class" and isinstance(obj, type) and issubclass(obj, BaseModel):
        return "", ""
    return None


def setup(app: Sphinx) -> None:
    """Connect what is decided above."""
    app.connect("autodoc-process-signature", _form_has_no_signature)
