package io.dualsight.web;

/**
 * An address as a table shows it.
 *
 * @param text the address, with interface or prefix length where the table shows them
 * @param dissents whether it is not among those that the node should use; false, too, where that is not known
 */
record Ip(String text, boolean dissents) {}
