package io.dualsight.identity;

/**
 * What is known of an API token; the token itself is not.
 *
 * @param id its number
 * @param name what people call it
 * @param role what it may do, as long as its maker may do as much
 * @param life since when, until when and where it is used; it acts for whom it was created by
 */
public record ApiToken(long id, String name, Role role, TokenLife life) {}
