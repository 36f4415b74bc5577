"""The academic titles and forms of address around a name: „Pan mgr inż. Jan Gil, MBA”.

Source: domain.md §3.5 and §3.6 point 5.
"""

import re
from collections.abc import Sequence
from typing import Final

from conversations.pasted_list.names import is_name_shaped
from conversations.pasted_list.words import HONORIFICS, TITLES
from conversations.vocabulary import fold

_ACTING: Final = re.compile(r"^(?:p\. ?o\.|wz\.|w\.z\.) ?", re.IGNORECASE)


def without_titles(words: Sequence[str]) -> tuple[tuple[str, ...], bool, list[str]]:
    """The titles around the words, whether „Pan” or „Pani” stood before them, and the words."""
    rest = list(words)
    titles: list[str] = []
    polite = False
    while rest:
        bare = fold(rest[0]).strip(".,")
        glued = bare.split(".")
        if all(part in TITLES for part in glued):
            titles += [TITLES[part] for part in glued]
        elif len(glued) > 1 and all(part in HONORIFICS for part in glued):
            polite = True
        elif bare == "n" and titles[-1:] == ["dr"]:
            titles += ["n.", *rest[1:2]]
            del rest[1:2]
        elif [fold(word).strip(".,") for word in rest[:2]] == ["r", "pr"]:
            titles += ["r.", "pr."]
            del rest[0]
        elif _is_initial_of(rest):
            break
        elif bare in HONORIFICS and (len(bare) > 2 or rest[0].endswith(".")) and not _acts(rest):
            polite = True
        else:
            break
        rest.pop(0)
    after: list[str] = []
    while len(rest) > 1 and fold(rest[-1]).strip(".,") in TITLES:
        after.insert(0, TITLES[fold(rest.pop()).strip(".,")])
    return (*titles, *after), polite, rest


def _is_initial_of(words: Sequence[str]) -> bool:
    """„P. Zalewski” is somebody whose given name begins with a P, „P. Jan Zalewski” a Pan."""
    return len(words) == 2 and words[0] == "P." and is_name_shaped(words[1])


def _acts(words: Sequence[str]) -> bool:
    return _ACTING.match(" ".join(words[:2])) is not None
