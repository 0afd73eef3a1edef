package io.dualsight.agent;

import java.util.Locale;

/**
 * The doctor's own words; those of the findings are the rules'.
 *
 * @param family of the node
 * @param cluster families of the cluster's CIDRs
 * @param ips of the table of node IPs
 * @param notStarting before what the service will end with
 * @param none that there is none
 * @param unknown that it is not known
 * @param findings heading; filled with their number
 */
record DoctorWords(
        String family, String cluster, Ips ips, String notStarting, String none, String unknown, String findings) {

    private static final DoctorWords ENGLISH = new DoctorWords(
            "Families",
            "Cluster",
            new Ips("Node IPs", "next start", "recommended"),
            "does not start",
            "none",
            "not known",
            "Findings: %d");
    private static final DoctorWords CHINESE =
            new DoctorWords("地址族", "集群", new Ips("节点 IP", "下次启动", "建议"), "无法启动", "无", "未知", "发现：%d");

    /**
     * Of the table of node IPs.
     *
     * @param title of it
     * @param nextStart what the next start will settle on
     * @param recommended the node-ip to write
     */
    record Ips(String title, String nextStart, String recommended) {}

    /** The words in that language; English for every language but Chinese. */
    static DoctorWords of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }
}
