package doppelpass.identity;

import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions people have open. They are rows of the database: one that is ended opens nothing from that moment on. */
@Component
public class Sessions {
    private static final int LONGEST = 300;

    private final SessionTable table;
    private final People people;
    private final Clock clock;

    Sessions(SessionTable table, People people, Clock clock) {
        this.table = table;
        this.people = people;
        this.clock = clock;
    }

    /** Notes where a session that now belongs to this person came from. */
    @Transactional
    public void begin(HttpServletRequest request, long person, OpenSession.Door door) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        table.note(
                id(request),
                person,
                door,
                agent.substring(0, Math.min(agent.length(), LONGEST)),
                address(request),
                clock.instant());
    }

    public List<OpenSession> of(long person, HttpServletRequest request) {
        return table.of(person, id(request));
    }

    @Transactional
    public void end(long person, long session) {
        if (!table.end(person, session)) throw Refusal.notFound();
    }

    @Transactional
    public void endOthers(long person, HttpServletRequest request) {
        table.endOthers(person, id(request));
    }

    @Transactional
    public void endAll(long person) {
        people.endSessions(person);
    }

    private static String id(HttpServletRequest request) {
        return request.getSession().getId();
    }

    /** A proxy on this machine says for whom it asks; nobody else is believed. */
    private static String address(HttpServletRequest request) {
        String direct = request.getRemoteAddr();
        String told = request.getHeader("X-Forwarded-For");
        if (told == null || !local(direct)) return direct;
        String last = told.substring(told.lastIndexOf(',') + 1).strip();
        return last.matches("[0-9a-fA-F.:]{2,45}") ? last : direct;
    }

    private static boolean local(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
