package doppelpass.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Everything that asks the database asks it through {@link SightedConnections}. */
@Component
class SightedDatabase implements BeanPostProcessor {
    private final ObjectProvider<Sights> plugs;

    SightedDatabase(ObjectProvider<Sights> plugs) {
        this.plugs = plugs;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && !(bean instanceof SightedConnections)
                ? new SightedConnections(pool, plugs)
                : bean;
    }
}
