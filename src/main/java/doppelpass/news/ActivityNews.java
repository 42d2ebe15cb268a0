package doppelpass.news;

import doppelpass.timeline.ActivityLogged;
import doppelpass.timeline.NewActivity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Calls, mails and meetings are news for whoever follows a record they were logged on; whoever follows its contact need not see it.
 */
@Component
class ActivityNews {
    private final News news;

    ActivityNews(News news) {
        this.news = news;
    }

    @EventListener
    void on(ActivityLogged logged) {
        NewActivity activity = logged.activity();
        String said = activity.subject().isBlank() ? activity.note() : activity.subject();
        news.tell(
                logged.said().subjects(),
                new Headline(
                        "activity-" + logged.id(),
                        "news.activity." + activity.kind().code(),
                        null,
                        said,
                        activity.personId()));
    }
}
