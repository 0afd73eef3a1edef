package io.dualsight.contract;

/**
 * What is wrong with one field of a report.
 *
 * @param field its place, such as {@code interfaces[1].addresses[0].address}
 * @param value what stands there, cut short; {@code missing} where nothing does
 * @param expected what should stand there
 */
public record FieldError(String field, String value, String expected) {

    @Override
    public String toString() {
        return field + ": " + value + "; expected " + expected;
    }
}
