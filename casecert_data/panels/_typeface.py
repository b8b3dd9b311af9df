"""The typeface of every panel, from the installed package: no network, no file to serve."""

from functools import cache

import anywidget
import traitlets
from fontpkg_source_sans_3 import ROOT

from casecert_data.catalog import brand
from casecert_data.panels._page_files import page_brings_files

_ONCE = """
async function initialize({ model }) {
  const data = model.get("data");
  if (!data.byteLength) return;
  const face = new FontFace(model.get("family"), data, { weight: "200 900" });
  document.fonts.add(await face.load());
}
export default { initialize, render() {} };
"""


class _Typeface(anywidget.AnyWidget):
    """Shows nothing; its data makes the typeface known to the page."""

    _esm = _ONCE
    family = traitlets.Unicode().tag(sync=True)
    data = traitlets.Bytes().tag(sync=True)


@cache
def typeface() -> _Typeface:
    """Make the typeface known to the page, once for all panels of a kernel.

    Examples
    --------
    >>> typeface() is typeface()
    True
    """
    upright = next(path for path in ROOT.rglob("*.ttf") if "Italic" not in path.name)
    data = b"" if page_brings_files() else upright.read_bytes()
    return _Typeface(family=brand().font_family, data=data)
