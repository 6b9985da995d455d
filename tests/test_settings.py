"""Settings: read loudly, safe by default, TLS for everyone but this machine itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.middleware.security import SecurityMiddleware
from django.test import RequestFactory

from archive.loopback import end_exemption, exempt_loopback

ROOT = Path(__file__).parent.parent


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command with no other variables than these."""
    environment = {"PATH": os.environ["PATH"], **variables}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


PRODUCTION = {
    "DATABASE_URL": "postgres://archive@db.example.org/archive",
    "SECRET_KEY": "k" * 30 + "abcdefghijklmnopqrstuvwxyz",
}


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"PORT": "http"}, "PORT"),
        ({"PORT": "70000"}, "PORT"),
        ({"DEBUG": "perhaps"}, "DEBUG"),
        ({"WEB_CONCURRENCY": "0"}, "WEB_CONCURRENCY"),
        ({"ARCHIVE_LANGUAGES": "fr,xx"}, "xx"),
        ({"DATABASE_URL": "sqlite:///x.db", "SECRET_KEY": "x"}, "PostgreSQL"),
        ({"DATABASE_URL": "not an address", "SECRET_KEY": "x"}, "DATABASE_URL"),
        ({"DATABASE_URL": PRODUCTION["DATABASE_URL"]}, "SECRET_KEY"),
        ({"DATABASE_REPLICA_URLS": "mysql://replica/archive"}, "DATABASE_REPLICA_URLS"),
    ],
)
def test_a_bad_value_stops_the_program_with_one_line_that_names_it(variables, words):
    done = manage("check", **variables)
    assert done.returncode != 0
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("hosts", [{}, {"ALLOWED_HOSTS": "archive.example.org"}])
def test_the_deployment_check_has_nothing_to_say(hosts):
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION, **hosts)
    assert done.returncode == 0, done.stderr


def test_models_and_migrations_agree():
    done = manage("makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout


@pytest.fixture
def middleware(settings):
    """The middleware with an answer that sets a secure cookie."""
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["archive.example.org", "localhost", "127.0.0.1", "[::1]"]

    def answer(_request):
        response = HttpResponse("answer")
        response.set_cookie("session", "1", secure=True)
        return response

    return exempt_loopback(SecurityMiddleware(end_exemption(answer)))


def test_the_public_is_sent_to_https(middleware):
    response = middleware(RequestFactory().get("/fr/", SERVER_NAME="archive.example.org"))
    assert (response.status_code, response["Location"]) == (301, "https://archive.example.org/fr/")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_is_answered_with_cookies_it_can_send_back(middleware, host):
    response = middleware(RequestFactory().get("/fr/", HTTP_HOST=host))
    assert response.status_code == 200
    assert not response.cookies["session"]["secure"]
    assert "Strict-Transport-Security" not in response


def test_over_https_cookies_stay_secure(middleware):
    response = middleware(RequestFactory().get("/fr/", SERVER_NAME="archive.example.org", secure=True))
    assert response.cookies["session"]["secure"]
    assert "max-age=31536000" in response["Strict-Transport-Security"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_balancer_may_ask_for_health_without_tls(middleware, path):
    assert middleware(RequestFactory().get(path, SERVER_NAME="archive.example.org")).status_code == 200
