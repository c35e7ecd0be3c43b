"""What users call the rollen."""

from web.models.gebruiker import Rol

ROLNAMEN = {
    Rol.COORDINATOR: "Coördinator",
    Rol.BEOORDELAAR: "Beoordelaar",
    Rol.HOOFDBEOORDELAAR: "Hoofdbeoordelaar",
    Rol.INSCHRIJVER: "Inschrijver",
    Rol.BEHEERDER: "Beheerder",
}
