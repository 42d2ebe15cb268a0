package doppelpass.database;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/** What follows from a change follows by the same rules whoever made it: events of modules are handled with everything in sight. */
@Component(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME)
class WideEvents extends SimpleApplicationEventMulticaster {
    private final ObjectProvider<Seeing> seeing;

    WideEvents(BeanFactory beans, ObjectProvider<Seeing> seeing) {
        super(beans);
        this.seeing = seeing;
    }

    @Override
    public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType type) {
        if (event instanceof PayloadApplicationEvent<?>) {
            seeing.getObject().everything(() -> super.multicastEvent(event, type));
        } else {
            super.multicastEvent(event, type);
        }
    }
}
