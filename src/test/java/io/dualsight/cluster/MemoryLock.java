package io.dualsight.cluster;

import java.time.Duration;
import java.time.Instant;

/** A lock that several consoles of one test share, each through a hand of its own. */
final class MemoryLock {

    private Hand holder;
    private Instant until = Instant.MIN;

    Hand hand() {
        return new Hand();
    }

    private synchronized boolean hold(Hand hand, Duration atMost) {
        boolean free = holder == null || holder == hand || Instant.now().isAfter(until);
        if (free) {
            holder = hand;
            until = Instant.now().plus(atMost);
        }
        return free;
    }

    private synchronized void release(Hand hand) {
        if (holder == hand) {
            holder = null;
        }
    }

    /** One console's way to the lock. */
    final class Hand implements WatchLock {

        private volatile boolean dead;

        /** Neither renews nor releases, as a killed process does not. */
        void die() {
            dead = true;
        }

        @Override
        public boolean hold(String cluster, Duration atMost) {
            return !dead && MemoryLock.this.hold(this, atMost);
        }

        @Override
        public void release(String cluster) {
            if (!dead) {
                MemoryLock.this.release(this);
            }
        }
    }
}
