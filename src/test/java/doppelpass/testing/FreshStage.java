package doppelpass.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Before each test class: the clock at its start, the tables empty, the cast on stage. */
public final class FreshStage extends AbstractTestExecutionListener {
    @Override
    public void prepareTestInstance(TestContext context) {
        if (context.getAttribute("staged") == null) {
            context.setAttribute("staged", true);
            context.getApplicationContext().getBean(TestClock.class).set(TestClock.START);
            context.getApplicationContext().getBean(Cast.class).enter();
        }
    }
}
