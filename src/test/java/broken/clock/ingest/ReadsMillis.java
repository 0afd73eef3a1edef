package broken.clock.ingest;

class ReadsMillis {
    long now() {
        return System.currentTimeMillis();
    }
}
