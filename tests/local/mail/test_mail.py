"""The local mail as a process: what goes in by SMTP comes out on the page and as JSON."""

import smtplib
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest

from local.mail.letters import Letterbox
from local.toolchain import ROOT
from tests.azurite import free_ports, wait_for_port


@dataclass(frozen=True)
class Mail:
    smtp_port: int
    page: httpx.Client
    folder: Path

    def send(self, message: EmailMessage) -> None:
        with smtplib.SMTP("127.0.0.1", self.smtp_port, timeout=30) as server:
            server.send_message(message)

    def newest(self) -> dict[str, str]:
        letter: dict[str, str] = self.page.get("/letters").json()[0]
        return letter


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mail]:
    folder = tmp_path_factory.mktemp("mail")
    smtp_port, port = free_ports(2)
    log = folder / "out.log"
    command = [sys.executable, "-m", "local.mail", "--smtp-port", str(smtp_port), "--port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen([*command, "--folder", str(folder / "letters")], cwd=ROOT, stdout=out, stderr=out)
    try:
        for one in (smtp_port, port):
            wait_for_port(one, process, log)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as page:
            yield Mail(smtp_port, page, folder / "letters")
    finally:
        process.terminate()
        code = process.wait(30)
    assert code == 0, log.read_text()


def a_message(
    to: str = "olga@demo.example", *, subject: str = "Hello", text: str = "Hi.\n", html: str = ""
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "PetroConnect <no-reply@demo.example>", to, subject
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_a_letter_comes_out_as_it_went_in(mail: Mail):
    mail.send(a_message(subject="Grüße, Åse", text="Zeile – 1\n.\n..\n", html="<p>Zeile</p>"))
    letter = mail.newest()
    assert letter["from"] == "PetroConnect <no-reply@demo.example>"
    assert letter["to"] == ["olga@demo.example"]
    assert letter["subject"] == "Grüße, Åse"
    assert letter["text"] == "Zeile – 1\n.\n..\n"
    assert letter["html"] == "<p>Zeile</p>\n"
    assert (mail.folder / f"{letter['id']}.eml").read_bytes().startswith(b"Delivered-To: olga@demo.example\r\n")


def test_letters_are_found_by_the_address_they_were_delivered_to(mail: Mail):
    for to in ("first@demo.example", "second@demo.example", "first@demo.example"):
        mail.send(a_message(to, text=to))
    found = mail.page.get("/letters", params={"to": "FIRST@demo.example"}).json()
    assert [letter["text"] for letter in found] == ["first@demo.example\n"] * 2
    assert mail.page.get("/letters", params={"to": "demo.example"}).json() == []


def test_somebody_in_the_envelope_alone_gets_the_letter_too(mail: Mail):
    with smtplib.SMTP("127.0.0.1", mail.smtp_port, timeout=30) as server:
        server.send_message(a_message("shown@demo.example"), to_addrs=["hidden@demo.example"])
    assert mail.newest()["to"] == ["hidden@demo.example"]


def test_what_somebody_wrote_never_runs_on_the_page(mail: Mail):
    evil = "<script>alert(1)</script>"
    mail.send(a_message(subject=evil, text=f"{evil} https://a.example/x#y\n", html=f"<html><body>{evil}</body></html>"))
    letter_id = mail.newest()["id"]
    for path in ("/", f"/letters/{letter_id}"):
        shown = mail.page.get(path)
        assert evil not in shown.text and "&lt;script&gt;" in shown.text
        assert "script-src" not in shown.headers["content-security-policy"]
        assert "default-src 'none'" in shown.headers["content-security-policy"]
    assert '<a href="https://a.example/x#y" target="_blank"' in shown.text
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in shown.text
    framed = mail.page.get(f"/letters/{letter_id}/html")
    assert framed.headers["content-security-policy"].startswith("sandbox allow-popups allow-popups-to-escape-sandbox;")
    assert '<html><base target="_blank">' in framed.text
    source = mail.page.get(f"/letters/{letter_id}/source")
    assert source.headers["content-type"].startswith("text/plain") and "Delivered-To" in source.text


@pytest.mark.parametrize(
    "path", ["/letters/none", "/letters/none/html", "/letters/..%2fout/source", "/letters/none/source"]
)
def test_a_letter_that_is_not_there(mail: Mail, path: str):
    assert mail.page.get(path).status_code == 404


def test_a_page_under_another_name_is_not_served(mail: Mail):
    assert mail.page.get("/letters", headers={"Host": "evil.example"}).status_code == 400


def test_it_is_reached_from_this_machine_only(mail: Mail):
    port = mail.page.base_url.port
    listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
    for number in (port, mail.smtp_port):
        assert number is not None
        places = {
            line.split()[1].split(":")[0]
            for line in listening
            if line.split()[1].endswith(f":{number:04X}") and line.split()[3] == "0A"
        }
        assert places == {"0100007F"}


def test_a_taken_port_is_said(mail: Mail, tmp_path: Path):
    command = [sys.executable, "-m", "local.mail", "--smtp-port", str(mail.smtp_port), "--port", "0"]
    run = subprocess.run([*command, "--folder", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "address already in use" in run.stderr and "Traceback" not in run.stderr


def test_the_newest_are_kept_over_restarts(tmp_path: Path):
    for number in range(5):
        Letterbox(tmp_path, kept=3).put(f"Subject: {number}\r\n\r\n".encode(), ["a@demo.example"])
        time.sleep(0.002)  # another millisecond: the count of a new process begins again
    assert [letter.subject for letter in Letterbox(tmp_path).newest()] == ["4", "3", "2"]
    assert len(list(tmp_path.iterdir())) == 3


def test_a_letter_in_a_character_set_nobody_knows_is_shown_all_the_same(tmp_path: Path):
    box = Letterbox(tmp_path)
    content = b"Subject: odd\r\nContent-Type: text/plain; charset=klingon\r\n\r\nnuqneH\r\n"
    assert box.find(box.put(content, ["a@demo.example"])).text == "(unreadable)"  # type: ignore[union-attr]
