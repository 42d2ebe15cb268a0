package doppelpass.meetings.plug;

import java.util.List;

/** Plug: looks at data and says what the teams should talk about; says nothing when nothing burns. */
public interface AgendaSource {
    List<Topic> topics(Occasion occasion);
}
