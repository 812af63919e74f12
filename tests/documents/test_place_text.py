from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.words import ROOT
from vendorrisk.documents.place_text import country_of_address, read_places
from vendorrisk.documents.places import gazetteer
from vendorrisk.domain.register.countries import is_place

PLACES = gazetteer(ROOT / "resources" / "places")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("United States", "US"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("us", "US"),
        ("UK", "GB"),
        ("EU", "EU"),
        ("European Union", "EU"),
        ("United States, European Economic Area", "US EEA"),
        ("EU/US", "EU US"),
        ("EU/EEA", "EU EEA"),
        ("United States / EU (edge network)", "US EU"),
        ("Germany (EU)", "DE"),
        ("Dublin, Ireland (EU)", "IE"),
        ("EU (France/Germany)", "FR DE"),
        ("EU (self-hosted on our infrastructure)", "EU"),
        ("EU-West", "EU"),
        ("EU (AWS eu-west-1)", "IE"),
        ("N/A (EU-based)", "EU"),
        ("Global", "GLOBAL"),
        ("Worldwide", "GLOBAL"),
        ("US / Canada", "US CA"),
        ("US, EU, IN, AU", "US EU IN AU"),
        ("US; DE; FR", "US DE FR"),
        ("Unión Europea", "EU"),
        ("Estados Unidos / Unión Europea", "US EU"),
        ("Allemagne, États-Unis", "DE US"),
        ("Deutschland, Österreich und Schweiz", "DE AT CH"),
        ("Hrvatska i Bosna i Hercegovina", "HR BA"),
        ("アメリカ合衆国", "US"),
        ("Sydney / Tokyo / Singapore (customer choice)", "AU JP SG"),
        ("Frankfurt, Stockholm, Dublin", "DE SE IE"),
        ("AWS us-east-1", "US"),
        ("Azure westeurope, europe-west3", "NL DE"),
        ("United States (us-east-1, us-west-2)", "US"),
        ("USA (US cloud) or Germany (EU cloud)", "US DE"),
        ("In North California, Ashburn for the US, IN & AU DCs", "US IN AU"),
        ("San Francisco, CA", "US"),
        ("New York, NY", "US"),
        ("CA", "CA"),
        ("IN", "IN"),
        ("DEU, AUT", "DE AT"),
        ("Dublin, Ohio, USA", "US"),
        ("London, Ontario, Canada", "CA"),
        ("London, United Kingdom", "GB"),
        ("Cambridge, MA", "US"),
        ("Georgia", "GE"),
        ("Atlanta, Georgia", "US"),
        ("Georgia, USA", "US"),
        ("Bosnia and Herzegovina", "BA"),
        ("Trinidad & Tobago and Germany", "TT DE"),
        ("Republic of Korea", "KR"),
        ("Türkiye", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("DACH", "DE AT CH"),
        ("N. Korea", "KP"),
        ("N. Ireland, S. Sudan", "GB SS"),
        ("Slovak Rep. and Russian Fed.", "SK RU"),
        ("Jersey City", "US"),
        ("Toronto, CA", "CA"),
        ("Republic of Congo", "CG"),
        ("Éire; США; 한국", "IE US KR"),
        ("N/A", ""),
        ("Not applicable", ""),
        ("", ""),
    ],
)
def test_what_lists_write_becomes_codes_and_nothing_is_left_over(text, codes):
    read = read_places(text, PLACES)
    assert (read.codes, read.guessed, read.unread) == (tuple(codes.split()), (), ())


@pytest.mark.parametrize(
    ("text", "codes", "guessed"),
    [
        ("Europen Economic Area", "EEA", (("Europen Economic Area", "European Economic Area"),)),
        ("Germany and Frnce", "DE FR", (("Frnce", "France"),)),
        ("Untied States", "US", (("Untied States", "United States"),)),
        ("Springfield, IL", "US", (("Springfield, IL", "US"),)),
        ("Walldorf, DE", "DE", (("Walldorf, DE", "DE"),)),
    ],
)
def test_a_misspelling_is_taken_for_its_neighbour_and_said(text, codes, guessed):
    read = read_places(text, PLACES)
    assert (read.codes, read.guessed) == (tuple(codes.split()), guessed)


@pytest.mark.parametrize(
    ("text", "codes", "unread"),
    [
        ("Atlantis", "", ("Atlantis",)),
        ("Germany and Atlantis", "DE", ("Atlantis",)),
        ("North America", "", ("North America",)),
        ("Europe", "", ("Europe",)),
        ("Granada", "", ("Granada",)),  # a town in Spain, and Spanish for Grenada
        ("Europe (europe-west1)", "BE", ()),
        ("contact us", "", ("contact us",)),
        ("United Kingdom, including outside the UK/EEA", "GB", ("outside the UK/EEA",)),
        ("Varies", "", ("Varies",)),
        ("Not the US; only within the EU", "EU", ("Not the US",)),
        ("All countries except China", "GLOBAL", ("except China",)),
        ("Germany (not Austria)", "DE", ("not Austria",)),
        ("non-EEA countries", "", ("non-EEA countries",)),
        ("ohne Deutschland", "", ("ohne Deutschland",)),
        ("Not disclosed", "", ("Not disclosed",)),
    ],
)
def test_what_is_no_country_is_left_open_not_guessed(text, codes, unread):
    read = read_places(text, PLACES)
    assert (read.codes, read.unread) == (tuple(codes.split()), unread)


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("38 Main Avenue, L-1855 Luxemburg", "LU"),
        ("Kade 285-H  1058 AE Amsterdam, Niederlande", "NL"),
        ("225 Walnut Street, Philadelphia PA 19106, USA", "US"),
        ("1 Loop, Menlo Park, CA 94025", "US"),
        ("25 First Street, 2nd Floor, Cambridge MA 02141", "US"),
        ("Musterstr. 8/9b, D-10119 Berlin, Deutschland", "DE"),
        ("10 High Street, London SW1A 2AA", "GB"),
        ("5 High Street, Little Snoring NR21 0HX", "GB"),
        ("Via Roma 1, 20100 Milano", "IT"),
        ("somewhere", ""),
        ("", ""),
        ("1600 Example Parkway, Mountain View, CA", "US"),
        ("1209 Orange Street, Wilmington, DE", "US"),
        ("12 Peachtree St, Atlanta, Georgia", "US"),
        ("5 Main St, Mobile, AL", "US"),
        ("1 Dundas St, London, ON N6A 1A1", "CA"),
        ("Hauptstr. 1, Kleinstadt, DE", ""),
        ("989 Market St, San Francisco, CA 94103, SAD", "US"),
        ("12345 Kleinstadt, DE", "DE"),
        ("Bangalore, IN", "IN"),
    ],
)
def test_an_address_ends_in_its_country(address, country):
    assert country_of_address(address, PLACES) == country


@given(st.text(max_size=60))
def test_any_text_gives_only_places_that_a_location_may_carry(text):
    read = read_places(text, PLACES)
    assert all(is_place(code) for code in read.codes)
    assert country_of_address(text, PLACES) in {"", *filter(is_place, [country_of_address(text, PLACES)])}


@given(
    st.lists(
        st.sampled_from(["Germany", "USA", "EU", "(", ")", ",", "/", "and", "CA", "Dublin", "us-east-1", "x"])
    )
)
def test_any_order_of_words_is_read_without_falling_over(words):
    assert all(is_place(code) for code in read_places(" ".join(words), PLACES).codes)
