package io.dualsight;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first thing of a stop: readiness turns off while requests are still taken. Then the web server lets those that
 * run come to their end, and then the store commits what waits.
 */
@Component
class Farewell implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    private final ApplicationContext context;
    private final Duration delay;
    private volatile boolean running;
    private volatile boolean gone;

    Farewell(
            ApplicationContext context,
            ShutdownSettings settings,
            @Value("${spring.datasource.url}") String databaseUrl) {
        this.context = context;
        this.delay = settings.delay(databaseUrl);
    }

    /** The last to start and so the first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** A console that was stopped and is started again takes requests again; the first start is announced by Boot. */
    @Override
    public void start() {
        running = true;
        if (gone) {
            gone = false;
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        running = false;
        gone = true;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        if (delay.isZero()) {
            return;
        }
        LOG.info("The console leaves in {} s; its readiness says so", delay.toSeconds());
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
