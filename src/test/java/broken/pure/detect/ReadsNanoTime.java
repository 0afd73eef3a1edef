package broken.pure.detect;

class ReadsNanoTime {
    long now() {
        return System.nanoTime();
    }
}
