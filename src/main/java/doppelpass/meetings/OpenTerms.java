package doppelpass.meetings;

import doppelpass.glossary.Glossary;
import doppelpass.glossary.Term;
import doppelpass.glossary.Version;
import doppelpass.meetings.plug.AgendaSource;
import doppelpass.meetings.plug.Fact;
import doppelpass.meetings.plug.Occasion;
import doppelpass.meetings.plug.Text;
import doppelpass.meetings.plug.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A7: a proposed wording that waits for a signature for more than a fortnight, or a word somebody disputes. */
@Component
class OpenTerms implements AgendaSource {
    private static final long PATIENCE_DAYS = 14;
    private static final int MINUTES = 5;

    private final Glossary glossary;

    OpenTerms(Glossary glossary) {
        this.glossary = glossary;
    }

    @Override
    public List<Topic> topics(Occasion occasion) {
        return glossary.all().stream()
                .flatMap(term -> topic(term, occasion).stream())
                .toList();
    }

    private static Optional<Topic> topic(Term term, Occasion occasion) {
        long waits = term.proposal()
                .filter(version -> !version.agreed())
                .map(Version::proposedAt)
                .map(since -> Duration.between(since, occasion.now()).toDays())
                .orElse(0L);
        boolean disputed = term.openDisputes() > 0;
        if (waits <= PATIENCE_DAYS && !disputed) return Optional.empty();
        var wording = term.shown().wording();
        Text remark =
                disputed ? Text.of("meetings.A7.disputed", term.openDisputes()) : Text.of("meetings.A7.waits", waits);
        return Optional.of(new Topic(
                "A7",
                "term-" + term.key(),
                Text.of("meetings.A7", wording.nameDe(), wording.nameEn()),
                remark,
                disputed ? Topic.Tone.BAD : Topic.Tone.WATCH,
                "leadership",
                MINUTES,
                0,
                disputed ? 2 : 1,
                waits,
                "/glossary/" + term.key(),
                facts(term)));
    }

    private static List<Fact> facts(Term term) {
        return term.waitingFor().stream()
                .map(team -> new Fact(Text.of("meetings.team." + team), Text.NONE, Text.of("meetings.A7.unsigned")))
                .toList();
    }
}
