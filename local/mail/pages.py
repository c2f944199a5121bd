"""The page that shows the letters: no script, light and dark, from phone width on."""

import html
import re

from local.mail.letters import Letter

PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
LETTER_POLICY = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
    "style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
)
_STYLE = """
:root { color-scheme: light dark; --line: #d4d8dd; --quiet: #5b6470; --paper: #fff; --ground: #f4f6f8; --link: #0f766e }
@media (prefers-color-scheme: dark) { :root { --line: #343b44; --quiet: #9aa5b1; --paper: #1b2027; --ground: #12161b; --link: #5eead4 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 52rem; padding: 1rem; background: var(--ground); font: 1rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.35rem; margin: .25rem 0 1rem; overflow-wrap: anywhere }
h2 { font-size: 1rem; margin: 1.25rem 0 .5rem }
a { color: var(--link) }
form { display: flex; gap: .5rem; margin-bottom: 1rem }
input { flex: 1; min-width: 0; font: inherit; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem }
button { font: inherit; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); color: inherit }
ul { list-style: none; margin: 0; padding: 0; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem }
li + li { border-top: 1px solid var(--line) }
li a { display: block; padding: .75rem 1rem; color: inherit; text-decoration: none }
li a:hover { text-decoration: underline }
small, dt { color: var(--quiet) }
small { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1rem; margin: 0; overflow-wrap: anywhere }
dd { margin: 0 }
pre, iframe { width: 100%; margin: 0; border: 1px solid var(--line); border-radius: .75rem }
pre { padding: 1rem; background: var(--paper); white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
iframe { height: 24rem; background: #fff; color-scheme: light }
"""
_URL = re.compile(r"https?://[^\s<>\"']+")


def list_page(letters: list[Letter], to: str) -> str:
    rows = "".join(
        f'<li><a href="/letters/{letter.id}"><strong>{html.escape(letter.subject) or "(no subject)"}</strong>'
        f"<small><span>{html.escape(', '.join(letter.to))}</span><span>{_moment(letter)}</span></small></a></li>"
        for letter in letters
    )
    wanted = html.escape(to)
    search = (
        f'<form><input type="search" name="to" value="{wanted}" placeholder="Address" aria-label="Letters to this address">'
        "<button>Show</button></form>"
    )
    return _page("Letters", f"<h1>Letters</h1>{search}" + (f"<ul>{rows}</ul>" if rows else "<p>No letter yet.</p>"))


def letter_page(letter: Letter) -> str:
    facts = (("From", letter.sender), ("To", ", ".join(letter.to)), ("Received", _moment(letter)))
    head = "".join(f"<dt>{name}</dt><dd>{html.escape(value)}</dd>" for name, value in facts)
    framed = (
        f'<h2>As HTML</h2><iframe title="The letter as HTML" src="/letters/{letter.id}/html" '
        'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )
    body = (
        f'<p><a href="/">All letters</a></p><h1>{html.escape(letter.subject)}</h1><dl>{head}</dl>'
        f"<h2>As text</h2><pre>{_linked(letter.text)}</pre>"
        f"{framed if letter.html else ''}"
        f'<p><a href="/letters/{letter.id}/source">The file (.eml)</a></p>'
    )
    return _page(letter.subject, body)


def framed_letter(letter: Letter) -> str:
    """The letter's own HTML, whose links open beside the page that shows it."""
    base = '<base target="_blank">'
    changed, times = re.subn(r"(<html[^>]*>)", rf"\1{base}", letter.html, count=1, flags=re.IGNORECASE)
    return changed if times else base + letter.html


def _linked(text: str) -> str:
    parts, end = [], 0
    for found in _URL.finditer(text):
        url = html.escape(found[0])
        parts += [html.escape(text[end : found.start()]), f'<a href="{url}" target="_blank" rel="noopener">{url}</a>']
        end = found.end()
    return "".join([*parts, html.escape(text[end:])])


def _moment(letter: Letter) -> str:
    return letter.received_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head><body>{body}</body></html>"
    )
