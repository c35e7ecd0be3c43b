"""The names of the Dutch jeugdregio's, by which a document about one of them is recognised."""

JEUGDREGIOS = (
    "Achterhoek", "Alkmaar", "Amsterdam-Amstelland", "Centraal Gelderland", "Drenthe", "Eemland", "Flevoland",
    "FoodValley", "Friesland", "Gooi en Vechtstreek", "Groningen", "Haaglanden", "Haarlemmermeer",
    "Hart van Brabant", "Holland Rijnland", "IJmond", "IJsselland", "Kop van Noord-Holland", "Lekstroom",
    "Midden-Holland", "Midden-IJssel/Oost-Veluwe", "Midden-Limburg Oost", "Midden-Limburg West",
    "Noord-Limburg", "Noord-Veluwe", "Noordoost-Brabant", "Rijk van Nijmegen", "Rijnmond", "Rivierenland",
    "Twente", "Utrecht Stad", "Utrecht West", "West-Brabant Oost", "West-Brabant West", "West-Friesland",
    "Zaanstreek-Waterland", "Zeeland", "Zuid-Holland Zuid", "Zuid-Kennemerland", "Zuid-Limburg",
    "Zuidoost-Brabant", "Zuidoost-Utrecht",
)  # fmt: skip
