package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.CONTACT_CARD;

import doppelpass.lists.plug.Format;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Contacts for address books, vCard 4.0 (RFC 6350). Notes stay here: they are ours, not the person's. */
class VCards implements Format {
    private static final List<Field<?>> READS = List.of(
            CONTACT_CARD.RECORD_KEY,
            CONTACT_CARD.FIRST_NAME,
            CONTACT_CARD.LAST_NAME,
            CONTACT_CARD.COMPANY_NAME,
            CONTACT_CARD.JOB_TITLE,
            CONTACT_CARD.MAIL,
            CONTACT_CARD.LANDLINE,
            CONTACT_CARD.MOBILE,
            CONTACT_CARD.COUNTRY,
            CONTACT_CARD.OWN_COUNTRY);

    @Override
    public String ending() {
        return "vcf";
    }

    @Override
    public String type() {
        return "text/vcard;charset=UTF-8";
    }

    @Override
    public String label() {
        return "contacts.vcard";
    }

    @Override
    public List<Field<?>> reads() {
        return READS;
    }

    @Override
    public Sink open(OutputStream to) {
        VCardWriter cards = new VCardWriter(to, VCardVersion.V4_0);
        cards.setAddProdId(false);
        return new Sink() {
            @Override
            public void add(List<@Nullable Object> values) throws IOException {
                cards.write(card(values));
            }

            @Override
            public void close() throws IOException {
                cards.close();
            }
        };
    }

    private static VCard card(List<@Nullable Object> values) {
        VCard card = new VCard();
        String first = text(values, CONTACT_CARD.FIRST_NAME);
        String last = text(values, CONTACT_CARD.LAST_NAME);
        String mail = text(values, CONTACT_CARD.MAIL);
        String name = (first + " " + last).strip();
        card.setUid(new Uid(text(values, CONTACT_CARD.RECORD_KEY)));
        card.setFormattedName(name.isEmpty() ? mail : name);
        StructuredName parts = new StructuredName();
        given(last, parts::setFamily);
        given(first, parts::setGiven);
        card.setStructuredName(parts);
        given(text(values, CONTACT_CARD.COMPANY_NAME), card::setOrganization);
        given(text(values, CONTACT_CARD.JOB_TITLE), card::addTitle);
        given(mail, card::addEmail);
        given(text(values, CONTACT_CARD.LANDLINE), number -> phone(card, number, TelephoneType.WORK));
        given(text(values, CONTACT_CARD.MOBILE), number -> phone(card, number, TelephoneType.CELL));
        given(text(values, CONTACT_CARD.COUNTRY), code -> country(card, code, text(values, CONTACT_CARD.OWN_COUNTRY)));
        return card;
    }

    private static void phone(VCard card, String number, TelephoneType type) {
        Telephone phone = new Telephone(number);
        phone.getTypes().add(type);
        card.addTelephoneNumber(phone);
    }

    /** Their own country, or at work the company's. */
    private static void country(VCard card, String code, String own) {
        Address address = new Address();
        address.setCountry(code);
        if (own.isEmpty()) address.getTypes().add(AddressType.WORK);
        card.addAddress(address);
    }

    private static String text(List<@Nullable Object> values, Field<?> field) {
        Object value = values.get(READS.indexOf(field));
        return value == null ? "" : value.toString();
    }

    private static void given(String value, Consumer<String> use) {
        if (!value.isEmpty()) use.accept(value);
    }
}
