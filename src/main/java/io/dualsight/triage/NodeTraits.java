package io.dualsight.triage;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpPrefix;
import io.dualsight.rule.Judgement;
import io.dualsight.store.KeptReport;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a node has that others may have too, and that its status row does not say.
 *
 * @param os operating system; empty = not known
 * @param ipv4Subnet where its IPv4 address is; empty = nowhere
 * @param ipv6Subnet likewise
 */
record NodeTraits(String os, String ipv4Subnet, String ipv6Subnet) {

    private static final int LONGEST = 256;
    private static final int SUBNET_4 = 24;
    private static final int SUBNET_6 = 64;

    static NodeTraits of(KeptReport report) {
        String os = report.judged().report().host().system().os();
        Judgement judgement = report.judged().judgement();
        return new NodeTraits(
                os == null ? "" : os.strip().substring(0, Math.min(os.strip().length(), LONGEST)),
                subnet(judgement.families().of(IpFamily.IPV4).address(), SUBNET_4),
                subnet(judgement.families().of(IpFamily.IPV6).address(), SUBNET_6));
    }

    /** Of the usual size: a host that got its address by DHCPv6 has a /128, which it shares with nobody. */
    private static String subnet(@Nullable IpAddress address, int length) {
        if (address == null) {
            return "";
        }
        byte[] network = address.bytes();
        Arrays.fill(network, length / Byte.SIZE, network.length, (byte) 0);
        return new IpPrefix(IpAddress.of(network), length).toString();
    }
}
