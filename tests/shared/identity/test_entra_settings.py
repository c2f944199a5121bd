"""Issuers, audiences and addresses; where a sign-in may end."""

import pytest

from shared.identity.entra.flow import MAX_PATH, local_path
from shared.identity.entra.settings import EntraSettings

TENANT = "11111111-2222-4333-8444-555555555555"


def settings(authority: str = "https://login.microsoftonline.com/organizations", **changes: str) -> EntraSettings:
    return EntraSettings(client_id="app", authority=authority, page_url="https://page.test/", **changes)


@pytest.mark.parametrize(
    ("given", "issuer", "tenant"),
    [
        (settings(), f"https://login.microsoftonline.com/{TENANT}/v2.0", TENANT),
        (
            settings(f"https://login.microsoftonline.us/{TENANT}"),
            f"https://login.microsoftonline.us/{TENANT}/v2.0",
            TENANT,
        ),
        (settings(), f"https://login.microsoftonline.com/{TENANT}/v2.0/", None),
        (settings(), f"https://login.microsoftonline.com/{TENANT}", None),
        (settings(), f"https://sts.windows.net/{TENANT}/", None),
        (settings(), "https://login.microsoftonline.com/common/v2.0", None),
        (settings(), "https://login.microsoftonline.com/{tenantid}/v2.0", None),
        (settings(), f"https://loginXmicrosoftonline.com/{TENANT}/v2.0", None),
        (settings(), f"https://evil.example/?https://login.microsoftonline.com/{TENANT}/v2.0", None),
        (settings(), f"https://login.microsoftonline.com/{TENANT}/v2.0\n", None),
        (settings(issuer="https://idp.test/{tenantid}"), f"https://idp.test/{TENANT}", TENANT),
    ],
)
def test_only_the_providers_own_issuers_count(given: EntraSettings, issuer: str, tenant: str | None) -> None:
    assert given.tenant_of(issuer) == tenant


def test_another_provider_has_to_say_where_the_tenant_stands() -> None:
    with pytest.raises(ValueError, match="tenantid"):
        settings(oidc_authority="https://idp.test/realm").tenant_of("https://idp.test/realm")


def test_tokens_name_the_app_or_its_identifier() -> None:
    assert settings().audiences == ["app", "api://app"]
    assert settings(api_audience="api://other").audiences == ["api://other"]


def test_the_callback_lies_behind_the_page_unless_told_otherwise() -> None:
    assert settings().redirect_uri == "https://page.test/api/v1/auth/entra/callback"
    assert settings(redirect="https://api.test/back").redirect_uri == "https://api.test/back"


def test_without_a_client_id_it_is_off() -> None:
    assert not EntraSettings(client_id="", authority="", page_url="").is_on


@pytest.mark.parametrize("path", ["/", "/documents", "/documents?a=b&c=%20#top", "/a//b", "/" + "x" * (MAX_PATH - 1)])
def test_a_path_of_the_page_is_kept(path: str) -> None:
    assert local_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "", "documents", "//evil.example", "/\\evil.example", "\\/evil.example", "https://evil.example", "/" + "x" * MAX_PATH,
        "/\t/evil.example", "/\n", "/ø", "/ /evil.example", "javascript:alert(1)", "/\x7f", "?next=//evil.example", "//[",
    ],
)  # fmt: skip
def test_anything_else_means_its_beginning(path: str) -> None:
    assert local_path(path) == "/"
