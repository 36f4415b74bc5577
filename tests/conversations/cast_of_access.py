"""An own and another office, and a grant for each role that is about the own one."""

from collections.abc import Mapping

from conversations.access import Grant, Role
from conversations.submission import Office

OWN = Office(1, "Urząd Gminy Rejowiec", advisor="Ewa Lis")
OTHER = Office(2, "Urząd Miasta Terespol", advisor="Jan Wilk")
OFFICES = (OWN, OTHER)
GRANTS: Mapping[Role | None, Grant | None] = {
    None: None,
    Role.COORDINATOR: Grant(1, Role.COORDINATOR),
    Role.ADVISOR: Grant(2, Role.ADVISOR, advisor=OWN.advisor),
    Role.HEAD: Grant(3, Role.HEAD, OWN.id, OWN.name),
    Role.SECRETARY: Grant(4, Role.SECRETARY, OWN.id, OWN.name),
}
