package doppelpass.story;

import java.util.List;

/** Everybody who plays a part, each in a browser of their own. */
public record People(Player ada, Player mara, Player stefan, Player svea, Player lena, Player carlo)
        implements AutoCloseable {
    @Override
    public void close() {
        List.of(ada, mara, stefan, svea, lena, carlo).forEach(Player::close);
    }
}
