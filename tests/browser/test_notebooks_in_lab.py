"""Every notebook in a real JupyterLab without a network: seen, moved by keyboard, and heard."""

import re
from collections.abc import Callable, Iterator

import pytest
from browser.chromium import WAIT_MS, Visit, visit
from browser.lab import Lab, run_all
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

START = "00_start.ipynb"
PATHWAYS, SUPPORT = "01_compare_pathways.ipynb", "04_employer_support.ipynb"
CHECK, JOBS = "02_check_a_client.ipynb", "05_jobs.ipynb"
DRAWN_IN = (PATHWAYS, SUPPORT, JOBS)
COLUMNS = ".cmp h3"
NOTEBOOKS = (START, CHECK, *DRAWN_IN)
WIDTHS = (1280, 768, 560, 400)
PANEL = ".cc-main:visible"
UNDER_CCM, MONTHS = "Of these, under a CCM", "Case management, months"
SCROLLED = """
panel => [panel, ...panel.querySelectorAll('*'), panel.closest('.jp-OutputArea-output')]
  .filter(one => one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1)
  .map(one => `${one.tagName}.${one.className}`)
"""
DRAWN = """
panel => [...panel.querySelectorAll('[role=img] svg text, [role=img] svg .bars path')]
  .map(one => one.getAttribute('d') ?? one.textContent).join('; ')
"""
HEARD = """
panel => [...panel.querySelectorAll('[role=img], [role=status]')]
  .map(one => one.getAttribute('aria-label') ?? one.innerText).join('; ')
"""
CUT_OFF = """
panel => [...panel.querySelectorAll('button, .widget-label, summary')]
  .filter(one => one.scrollWidth > one.clientWidth + 1)
  .map(one => one.textContent)
"""
ALL_OPEN = """
panel => panel.querySelectorAll('details').forEach(one => { one.open = true; })
"""
IS_IN_FRONT = "path => window.jupyterapp.shell.currentWidget?.context?.path === path"
FOCUSED = "() => document.activeElement?.innerText?.trim() ?? ''"
FOLD_SIDEBAR = "() => { window.jupyterapp.shell.collapseLeft(); }"
NOTEBOOK_SAVED = """
async () => { await window.jupyterapp.commands.execute('docmanager:save'); return true; }
"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Visit]:
    """Keep one tab for all tests of the module; each runs its notebook anew."""
    with visit(browser) as visited:
        yield visited


@pytest.fixture
def opened(tab: Visit, jupyterlab: Lab) -> Callable[..., Locator]:
    """Open a notebook, run all its cells, and give its panel once its answer is there."""

    def open_and_run(notebook: str) -> Locator:
        page = tab.page
        page.set_viewport_size({"width": 1280, "height": 900})
        if f"/{notebook}" not in page.url:
            jupyterlab.open(page, notebook)
            # JupyterLab brings back the last notebook before it turns to the one asked for.
            page.wait_for_function(IS_IN_FRONT, arg=notebook)
        run_all(page)
        panel = page.locator(PANEL)
        panel.locator("[role=status]").first.wait_for()
        if notebook in DRAWN_IN:
            panel.locator("[role=img] svg text").first.wait_for()
        return panel

    return open_and_run


def picture(panel: Locator) -> str:
    """Return what is drawn: the words, and the shape of each bar."""
    return str(panel.evaluate(DRAWN))


def words(panel: Locator) -> str:
    """Return what a screen reader hears of the picture, and what is announced."""
    return str(panel.evaluate(HEARD))


def changed(panel: Locator, before: tuple[str, str]) -> bool:
    """Wait until the picture and the words are others."""
    for _ in range(WAIT_MS // 50):
        if picture(panel) != before[0] and words(panel) != before[1]:
            return True
        panel.page.wait_for_timeout(50)
    return False


def settled(panel: Locator) -> list[str]:
    """List what is cut off or sticks out, once charts have found their new size."""
    found: list[str] = []
    for _ in range(WAIT_MS // 250):
        found = panel.evaluate(SCROLLED) + panel.evaluate(CUT_OFF)
        if not found:
            break
        panel.page.wait_for_timeout(250)
    return found


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_notebook_shows_its_answer_and_asks_for_nothing(
    notebook: str,
    tab: Visit,
    opened: Callable[..., Locator],
    axe: Callable[..., list[str]],
) -> None:
    """With the network cut: picture, sentence, table, and no finding of axe in the panel."""
    panel = opened(notebook)

    assert bool(picture(panel)) is (notebook in DRAWN_IN)
    assert panel.get_by_role("table").count() == (notebook in DRAWN_IN)
    assert len(words(panel)) > 60
    assert tab.refused == []
    assert tab.page_errors == []
    assert axe(tab.page, within=".cc-main") == []


def test_a_number_typed_moves_picture_and_words(opened: Callable[..., Locator]) -> None:
    """One answer settles the CCM: its bars go, and the sentence says so."""
    panel = opened(PATHWAYS)
    before = (picture(panel), words(panel))
    field = panel.get_by_label(UNDER_CCM)
    field.focus()
    panel.page.keyboard.type("12")
    panel.page.keyboard.press("Enter")

    assert changed(panel, before)
    expect(panel.get_by_role("status")).to_have_text(
        "The CCM looks within reach now. The ACM for nurses depends on one answer."
    )


def test_a_list_and_a_button_move_picture_and_words(opened: Callable[..., Locator]) -> None:
    """Arrow keys on a list, the space bar on a button: all is there without a mouse."""
    panel = opened(PATHWAYS)
    before = (picture(panel), words(panel))
    panel.locator(".cc-choice").get_by_role("button", name="CCM", exact=True).focus()
    panel.page.keyboard.press("Space")

    assert changed(panel, before)
    expect(panel.get_by_role("heading", name="Case Manager Certification (CCM)")).to_have_count(
        0
    )

    said = panel.get_by_role("status").inner_text()
    panel.get_by_role("button", name="Licenses held Registered nurse").focus()
    panel.page.keyboard.press("Space")
    panel.get_by_role("group", name="Licenses held").get_by_label("No license").focus()
    panel.page.keyboard.press("Space")
    expect(panel.get_by_role("status")).not_to_have_text(said)


def test_whose_words_count_is_chosen_by_keyboard(
    opened: Callable[..., Locator], axe: Callable[..., list[str]]
) -> None:
    """The outcome, the tags and the sentence follow; the buttons say which one is pressed."""
    panel = opened(PATHWAYS)
    button = panel.get_by_role("group", name="Whose words").get_by_role(
        "button", name="Article"
    )
    column = panel.get_by_role("heading", name="Accredited Case Manager").locator("xpath=../..")
    expect(column.locator(".tag-issuer").last).to_be_visible()
    button.focus()
    panel.page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(panel.get_by_role("status")).to_have_text(
        "The ACM for nurses looks within reach now. The CCM depends on one answer."
    )
    expect(panel.get_by_text("own page could not be read")).to_have_count(0)

    assert axe(panel.page, within=".cc-main") == []


def test_what_changes_an_outcome_is_open_and_the_rest_is_closed(
    opened: Callable[..., Locator],
) -> None:
    """Sixteen months are enough for the article only; the hours settle it for both."""
    panel = opened(PATHWAYS)
    differs = panel.locator("details.differ[open]")
    expect(differs).to_have_count(1)
    expect(differs).to_contain_text("By the article")
    panel.get_by_label("Sample profile").select_option(index=1)
    expect(differs).to_have_count(0)

    closed = panel.locator("details.differ").first
    closed.locator("> summary").focus()
    panel.page.keyboard.press("Enter")
    expect(closed.locator(".tag-article").first).to_be_visible()


def test_the_employer_chart_follows_the_keyboard(opened: Callable[..., Locator]) -> None:
    """Whose answers are shown is chosen with the keyboard, and heard."""
    panel = opened(SUPPORT)
    before = (picture(panel), words(panel))
    button = panel.get_by_role("button", name="Case managers who hold the CCM")
    button.focus()
    panel.page.keyboard.press("Enter")

    assert changed(panel, before)
    expect(panel.get_by_role("heading", level=2).first).to_contain_text("88%")
    expect(button).to_have_attribute("aria-pressed", "true")


def test_each_topic_of_the_start_is_chosen_by_keyboard(
    opened: Callable[..., Locator], axe: Callable[..., list[str]]
) -> None:
    """What is told changes and is heard; what is here stays."""
    panel = opened(START)
    group = panel.get_by_role("group", name="What to read first")
    status, listed = panel.get_by_role("status"), panel.locator(".cc-here").inner_text()
    for button in group.get_by_role("button").all()[1:]:
        said = status.inner_text()
        button.focus()
        panel.page.keyboard.press("Enter")
        expect(status).not_to_have_text(said)
        expect(button).to_have_attribute("aria-pressed", "true")

        assert axe(panel.page, within=".cc-main") == []
        assert panel.locator(".cc-here").inner_text() == listed


def test_a_link_opens_the_notebook_beside_this_one(
    opened: Callable[..., Locator], tab: Visit
) -> None:
    """In the same JupyterLab: nothing is reloaded, and nothing that was entered is lost."""
    panel = opened(START)
    tab.page.evaluate("window.casecertStays = true")
    link = panel.get_by_role("link", name="Do employers support certification?")
    link.focus()
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_function(IS_IN_FRONT, arg=SUPPORT)

    assert tab.page.evaluate("window.casecertStays")
    assert tab.refused == []


def test_letters_typed_on_a_list_are_no_commands(opened: Callable[..., Locator]) -> None:
    """JupyterLab takes a letter outside a text field for a command: "a" adds a cell."""
    panel = opened(PATHWAYS)
    page = panel.page
    cells = page.locator(".jp-Notebook:visible .jp-Cell").count()
    for control in (
        panel.get_by_role("button", name="Licenses held"),
        panel.get_by_role("button").first,
    ):
        control.focus()
        for key in ("a", "b", "m", "x"):
            page.keyboard.press(key)
    page.wait_for_timeout(300)

    assert page.locator(".jp-Notebook:visible .jp-Cell").count() == cells
    assert page.locator(".jp-Notebook:visible .jp-CodeCell").count() == cells - 1


def test_an_error_belongs_to_its_field(
    opened: Callable[..., Locator], axe: Callable[..., list[str]]
) -> None:
    """Seen beside the field, heard with it, and gone when it is put right."""
    panel = opened(PATHWAYS)
    field = panel.get_by_label(MONTHS)
    field.fill("18,5")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("Write the number without a comma"))
    findings = axe(panel.page, within=".cc-main")
    field.fill("18.5")
    field.press("Enter")
    expect(field).not_to_have_attribute("aria-invalid", "true")

    assert findings == []


def test_what_was_open_stays_open(opened: Callable[..., Locator]) -> None:
    """Nothing on the page jumps shut because a number was typed elsewhere."""
    panel = opened(PATHWAYS)
    names = ("takes-cost-ccm", "differences-ccm-background", "sources", "closed-programs")
    for name in names:
        panel.locator(f"details[data-name={name}] > summary").click()
    more = panel.get_by_role("button", name="More answers for the CCM")
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    panel.get_by_role("button", name="CMC for care managers", exact=True).click()
    expect(panel.locator(COLUMNS)).to_have_count(4)

    expect(more).to_have_attribute("aria-expanded", "true")
    expect(panel.get_by_label("Client references")).to_be_visible()
    for name in names:
        expect(panel.locator(f"details[data-name={name}]")).to_have_attribute("open", "")


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_nothing_scrolls_sideways_and_no_label_is_cut(
    notebook: str, opened: Callable[..., Locator], axe: Callable[..., list[str]]
) -> None:
    """From a laptop to a phone; at 560 px JupyterLab leaves the panel about 400."""
    panel = opened(notebook)
    page = panel.page
    page.evaluate(FOLD_SIDEBAR)
    panel.evaluate(ALL_OPEN)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(1000)
        found[width] = settled(panel)
        found[width] += axe(page, within=".cc-main")

    assert found == {width: [] for width in WIDTHS}


def test_every_state_of_the_comparison_is_accessible(
    opened: Callable[..., Locator], axe: Callable[..., list[str]]
) -> None:
    """Nobody, a certification that is held, one for the issuer to settle, and four at once."""
    panel = opened(PATHWAYS)
    panel.get_by_role("button", name="For other professions").click()
    panel.get_by_role("button", name="ACM for social workers").click()
    people = panel.get_by_label("Sample profile")
    found = {}
    for name in ("No profile", "R-019", "R-020", "R-029"):
        before = panel.get_by_role("status").inner_text()
        people.select_option(label=people.locator("option", has_text=name).first.inner_text())
        expect(panel.get_by_role("status")).not_to_have_text(before)
        expect(panel.locator(COLUMNS)).to_have_count(4)
        found[name] = axe(panel.page, within=".cc-main")

    assert set(map(len, found.values())) == {0}, found


def test_with_nothing_chosen_the_keyboard_finds_the_way_out(
    opened: Callable[..., Locator], axe: Callable[..., list[str]]
) -> None:
    """The button of the empty answer goes away when pressed; the focus is not lost."""
    panel = opened(PATHWAYS)
    for name in ("CCM", "ACM for nurses", "ANCC Nursing Case Management"):
        panel.locator(".cc-choice").get_by_role("button", name=name, exact=True).click()
    way_out = panel.get_by_role("button", name="Show the first ones for this client")
    way_out.focus()
    findings = axe(panel.page, within=".cc-main")
    panel.page.keyboard.press("Enter")
    expect(panel.locator(COLUMNS)).to_have_count(3)

    assert findings == []
    expect(panel.get_by_role("button", name="ACM for nurses", exact=True)).to_be_focused()


def test_a_fifth_certification_is_refused_aloud(
    opened: Callable[..., Locator], axe: Callable[..., list[str]]
) -> None:
    """The button does not stay pressed, and what to do is heard at once."""
    panel = opened(PATHWAYS)
    panel.get_by_role("button", name="CMC for care managers", exact=True).click()
    expect(panel.locator(COLUMNS)).to_have_count(4)
    fifth = panel.get_by_role("button", name="CBIS", exact=True)
    fifth.focus()
    panel.page.keyboard.press("Space")
    expect(panel.get_by_role("alert").filter(has_text="There is room for four")).to_be_visible()
    expect(fifth).to_have_attribute("aria-pressed", "false")

    assert axe(panel.page, within=".cc-main") == []
    expect(panel.locator(COLUMNS)).to_have_count(4)


def test_jobs_follow_the_keyboard(
    opened: Callable[..., Locator], axe: Callable[..., list[str]]
) -> None:
    """A place leaves fewer job types; what fits and what it pays change, and are heard."""
    panel = opened(JOBS)
    before = (picture(panel), words(panel))
    panel.get_by_label("Where", exact=True).select_option(label="Prison")

    assert changed(panel, before)
    expect(panel.get_by_role("status")).to_contain_text("Prison: no national certification")
    panel.get_by_label("For whom", exact=True).select_option(label="People with HIV")
    expect(panel.get_by_role("status")).to_contain_text("Let go of")
    assert axe(panel.page, within=".cc-main") == []
    panel.get_by_role("button", name="Show all job types").click()
    expect(panel.get_by_role("status")).to_contain_text("fit first")


def pressed(page: Page, name: str) -> None:
    """Go on with the Tab key to a button, and press it."""
    for _ in range(60):
        if page.evaluate(FOCUSED) == name:
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    message = f"the Tab key does not reach {name!r}"
    raise AssertionError(message)


def test_a_client_is_asked_question_by_question_with_the_keyboard_alone(
    opened: Callable[..., Locator], axe: Callable[..., list[str]]
) -> None:
    """From opening to two answers and a step back; the next field has the focus by itself."""
    panel = opened(CHECK)
    page, said = panel.page, panel.get_by_role("status").first
    panel.get_by_label("Client", exact=True).focus()
    pressed(page, "One question at a time")
    expect(panel.get_by_role("button", name="Licenses held")).to_be_hidden()
    panel.get_by_label("Health system, hours").last.focus()
    page.keyboard.type("2080")
    page.keyboard.press("Enter")
    pressed(page, "Use this answer")
    expect(said).to_have_text(
        "The ACM for nurses looks within reach now. The CCM depends on one answer."
    )
    field = panel.locator(".cc-asked").get_by_label("Of these, under a CCM")
    expect(field).to_be_focused()
    assert axe(page, within=".cc-main") == []

    page.keyboard.type("12")
    expect(field).to_have_value("12")
    page.keyboard.press("Enter")
    pressed(page, "Use this answer")
    expect(said).to_have_text("The ACM for nurses and the CCM look within reach now.")
    expect(panel.get_by_text("No question is left")).to_be_visible()
    assert axe(page, within=".cc-main") == []
    panel.get_by_label("Client", exact=True).focus()
    pressed(page, "Undo")
    expect(said).to_contain_text("The CCM depends on one answer.")


def test_every_state_of_the_desk_is_accessible(
    opened: Callable[..., Locator], axe: Callable[..., list[str]]
) -> None:
    """What is opened, what is wrong, an answer of the issuer: on a laptop and on a phone."""
    panel = opened(CHECK)
    page = panel.page
    people = panel.get_by_label("Client", exact=True)
    people.select_option(label=people.locator("option", has_text="R-020").first.inner_text())
    panel.get_by_role("button", name="Open a saved client").click()
    panel.get_by_role("button", name="Open this file").click()
    panel.get_by_role("button", name=re.compile("only the issuers can say")).click()
    panel.get_by_role("button", name="Record this answer").click()
    expect(panel.get_by_label("Who answered")).to_have_attribute("aria-invalid", "true")
    found = {}
    for width in (1280, 400):
        page.set_viewport_size({"width": width, "height": 900})
        found[f"wrong, {width}"] = axe(page, within=".cc-main")
    panel.get_by_role("button", name="Met", exact=True).click()
    panel.get_by_label("Who answered").fill("Help desk")
    panel.get_by_label("Who answered").press("Enter")
    panel.get_by_role("button", name="Record this answer").click()
    expect(panel.get_by_role("button", name="Take out")).to_be_visible()
    panel.get_by_label("Folder for the handout").fill("README.md")
    panel.get_by_label("Folder for the handout").press("Enter")
    panel.get_by_role("button", name="Make this a handout").click()
    expect(panel.get_by_label("Folder for the handout")).to_have_attribute(
        "aria-invalid", "true"
    )
    found["recorded"] = axe(page, within=".cc-main")

    assert set(map(len, found.values())) == {0}, found


def test_a_handout_is_made_while_the_screen_stays_alive(
    opened: Callable[..., Locator], jupyterlab: Lab
) -> None:
    """A sign of life at once; meanwhile an answer still moves; then the place of the files."""
    panel = opened(CHECK)
    panel.get_by_role("button", name="Make this a handout").click()
    expect(panel.get_by_text("Making the handout")).to_be_visible()
    panel.get_by_label("Of these, under a CCM").first.fill("12")
    panel.get_by_label("Of these, under a CCM").first.press("Enter")
    expect(panel.get_by_role("status").first).to_contain_text("The CCM looks within reach")
    expect(panel.get_by_text("The handout is written:")).to_be_visible()

    made = sorted(one.name for one in (jupyterlab.folder / "handouts").iterdir())
    assert made == ["person-R-014.html", "person-R-014.pdf"]


def test_a_saved_notebook_keeps_nothing_that_was_entered(
    opened: Callable[..., Locator], jupyterlab: Lab
) -> None:
    """A notebook is passed on; what a client said is not."""
    panel = opened(PATHWAYS)
    field = panel.get_by_label(MONTHS)
    field.fill("871")
    field.press("Enter")
    panel.get_by_role("button", name="Licenses held").click()
    panel.get_by_label("Pharmacist").check()
    expect(panel.get_by_role("status")).to_contain_text("The CCM looks within reach now.")
    panel.page.evaluate(NOTEBOOK_SAVED)
    saved = (jupyterlab.folder / PATHWAYS).read_text("utf-8")

    assert "application/vnd.jupyter.widget-view+json" in saved
    assert "871" not in re.sub(r'"model_id": "\w+"', "", saved)
    assert "The CCM looks within reach" not in saved
    assert "widgets" not in saved.partition('"metadata": {\n  "kernelspec"')[2]
