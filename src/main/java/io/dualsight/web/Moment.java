package io.dualsight.web;

/**
 * A time as a reader sees it.
 *
 * @param iso RFC 3339, for machines
 * @param exact to the second, with its zone
 * @param ago the distance from now, in words
 */
record Moment(String iso, String exact, String ago) {}
