"""How pages are found and shared: titles and descriptions, and a list of the site for machines."""

from __future__ import annotations

from amatmida.core.room import Room
from amatmida.sharing.checks import check_findable
from amatmida.sharing.pages import llms_files

ROOM = Room(name="sharing", check=lambda scope: check_findable(scope.catalog), files=llms_files)
