package doppelpass.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.glossary.TextDiff.Kind;
import doppelpass.glossary.TextDiff.Piece;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void theLongestCommonRunOfWordsStays() {
        assertThat(TextDiff.between("class A with 50 points", "class A with 40 points known")
                        .pieces())
                .containsExactly(
                        new Piece(Kind.SAME, "class A with"),
                        new Piece(Kind.REMOVED, "50"),
                        new Piece(Kind.ADDED, "40"),
                        new Piece(Kind.SAME, "points"),
                        new Piece(Kind.ADDED, "known"));
    }

    @Test
    void equalTextsDifferNowhere() {
        assertThat(TextDiff.between("a b", "a  b").same()).isTrue();
        assertThat(TextDiff.between("", "").same()).isTrue();
        assertThat(TextDiff.between("a", "").same()).isFalse();
    }

    @Test
    void bothTextsCanBeReadBackFromTheirDifference() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String before = words(random);
            String after = words(random);
            List<Piece> pieces = TextDiff.between(before, after).pieces();
            assertThat(joined(pieces, Kind.ADDED)).as("round %d", round).isEqualTo(before);
            assertThat(joined(pieces, Kind.REMOVED)).as("round %d", round).isEqualTo(after);
        }
    }

    private static String words(Random random) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> String.valueOf("abc".charAt(random.nextInt(3))))
                .collect(Collectors.joining(" "));
    }

    private static String joined(List<Piece> pieces, Kind without) {
        return pieces.stream().filter(p -> p.kind() != without).map(Piece::text).collect(Collectors.joining(" "));
    }
}
