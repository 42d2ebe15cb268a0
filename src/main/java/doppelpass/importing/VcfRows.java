package doppelpass.importing;

import doppelpass.core.SheetText;
import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of address books (vCard 2.1 to 4.0), a card a row. Of the columns only those are there that a card of the file
 * fills, so that what address books do not know is not taken away.
 */
final class VcfRows implements Rows {
    private static final List<String> COLUMNS =
            List.of("UID", "N.given", "N.family", "EMAIL", "TEL", "TEL.cell", "TITLE", "ORG", "ADR.country", "NOTE");

    private final VCardReader reader;
    private final List<Integer> filled;
    private @Nullable VCard following;

    private VcfRows(VCardReader reader, List<Integer> filled) throws IOException {
        this.reader = reader;
        this.filled = filled;
        this.following = reader.readNext();
    }

    static boolean fits(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(64), TextShape.charset(file));
            return start.replace("\ufeff", "").stripLeading().regionMatches(true, 0, "BEGIN:VCARD", 0, 11);
        }
    }

    /** Reads the file once to see which columns it has. */
    static VcfRows open(Path file) throws IOException {
        Charset charset = TextShape.charset(file);
        TreeSet<Integer> filled = new TreeSet<>();
        try (VCardReader cards = reader(file, charset)) {
            for (VCard card = cards.readNext(); card != null; card = cards.readNext()) {
                List<String> cells = cells(card);
                for (int place = 0; place < cells.size(); place++)
                    if (!cells.get(place).isBlank()) filled.add(place);
            }
        }
        return new VcfRows(reader(file, charset), List.copyOf(filled));
    }

    private static VCardReader reader(Path file, Charset charset) throws IOException {
        return new VCardReader(new InputStreamReader(Files.newInputStream(file), charset));
    }

    @Override
    public List<String> header() {
        return filled.stream().map(COLUMNS::get).toList();
    }

    @Override
    public boolean hasNext() {
        return following != null;
    }

    @Override
    public List<String> next() {
        VCard card = following;
        if (card == null) throw new NoSuchElementException();
        try {
            following = reader.readNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> cells = cells(card);
        return filled.stream()
                .map(place -> place == 0 ? known(cells) : cells.get(place))
                .map(SheetText::lasting)
                .toList();
    }

    /** Among cards that have an id, one without is known by its mail address, else by its name and numbers. */
    private static String known(List<String> cells) {
        String mail = cells.get(3).toLowerCase(Locale.ROOT);
        return !cells.getFirst().isEmpty()
                ? cells.getFirst()
                : mail.isEmpty() ? String.join(" ", cells.subList(1, 6)).strip() : "mail:" + mail;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** In the order of the columns. A card from here may show the company's country at work: it is not the contact's. */
    private static List<String> cells(VCard card) {
        String uid = card.getUid() == null ? "" : text(card.getUid().getValue());
        boolean own = OwnRows.keys(List.of(uid));
        String mail = first(card.getEmails().stream().map(TextProperty::getValue));
        StructuredName name = card.getStructuredName();
        String given = name == null ? "" : text(name.getGiven());
        String family = name == null ? "" : text(name.getFamily());
        if (given.isEmpty() && family.isEmpty() && card.getFormattedName() != null) {
            String whole = text(card.getFormattedName().getValue());
            family = whole.equalsIgnoreCase(mail) ? "" : whole;
        }
        return List.of(
                uid,
                given,
                family,
                mail,
                first(phones(card, false)),
                first(phones(card, true)),
                first(card.getTitles().stream().map(TextProperty::getValue)),
                organisation(card.getOrganization()),
                first(card.getAddresses().stream()
                        .filter(address -> !own || !address.getTypes().contains(AddressType.WORK))
                        .map(Address::getCountry)),
                String.join(
                        "\n",
                        card.getNotes().stream()
                                .map(note -> text(note.getValue()))
                                .toList()));
    }

    private static Stream<String> phones(VCard card, boolean mobile) {
        return card.getTelephoneNumbers().stream()
                .filter(phone -> phone.getTypes().contains(TelephoneType.CELL) == mobile)
                .filter(phone -> !phone.getTypes().contains(TelephoneType.FAX))
                .map(VcfRows::number)
                .flatMap(Optional::stream);
    }

    private static Optional<String> number(Telephone phone) {
        return phone.getText() != null
                ? Optional.of(phone.getText())
                : Optional.ofNullable(phone.getUri()).map(uri -> uri.getNumber());
    }

    private static String organisation(@Nullable Organization organisation) {
        return organisation == null ? "" : first(new ArrayList<>(organisation.getValues()).stream());
    }

    private static String first(Stream<@Nullable String> values) {
        return values.filter(Objects::nonNull)
                .map(VcfRows::text)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
