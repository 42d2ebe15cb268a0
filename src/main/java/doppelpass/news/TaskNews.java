package doppelpass.news;

import doppelpass.timeline.TasksGiven;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A task is news for whom it is given to, unless they gave it to themselves; whose it was before hears of it no longer. */
@Component
class TaskNews {
    private final News news;

    TaskNews(News news) {
        this.news = news;
    }

    @EventListener
    void on(TasksGiven given) {
        news.give(given);
    }
}
