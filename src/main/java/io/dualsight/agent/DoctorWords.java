package io.dualsight.agent;

import java.util.Locale;

/**
 * The doctor's own words; those of the findings are the rules'.
 *
 * @param family of the node
 * @param cluster families of the cluster's CIDRs
 * @param nodeIps what the next start will settle on
 * @param notStarting what the service will end with
 * @param recommended the node-ip to write
 * @param none nothing, or nothing known
 * @param findings heading; filled with their number
 */
record DoctorWords(
        String family,
        String cluster,
        String nodeIps,
        String notStarting,
        String recommended,
        String none,
        String findings) {

    private static final DoctorWords ENGLISH = new DoctorWords(
            "Families", "Cluster", "Node IPs", "Will not start", "Recommended", "not known", "Findings: %d");
    private static final DoctorWords CHINESE = new DoctorWords("地址族", "集群", "节点 IP", "无法启动", "建议", "未知", "发现：%d");

    /** The words in that language; English for every language but Chinese. */
    static DoctorWords of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }
}
