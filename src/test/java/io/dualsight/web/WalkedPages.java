package io.dualsight.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every page, by the name that its picture has: who makes a page adds a line. The nodes are those of the vectors. */
final class WalkedPages {

    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("overview", "/");
        ALL.put("wallboard", "/?wall=1");
        ALL.put("nodes", "/nodes?cluster=vectors");
        ALL.put("nodes-columns", "/nodes?columns=ips,verdict,past,ready,cni");
        ALL.put("nodes-filtered", "/nodes?family=dual-stack&q=node&incorrectNodeIp=true");
        ALL.put("nodes-none", "/nodes?q=nothing-is-called-so");
        ALL.put("nodes-mistake", "/nodes?family=ipv5");
        ALL.put("node", "/nodes/vectors/node-v08");
        ALL.put("findings", "/findings");
        ALL.put("upgrades", "/upgrades");
        ALL.put("check", "/check");
        ALL.put("dual-stack", "/dual-stack");
        ALL.put("dual-stack-nodes", "/dual-stack?cluster=vectors");
        ALL.put("agents", "/agents");
        ALL.put("agents-clock", "/agents?problem=clock");
        ALL.put("enrol", "/enrol");
        ALL.put("tokens", "/settings/tokens");
        ALL.put("people", "/settings/people");
        ALL.put("audit", "/settings/audit");
        ALL.put("sessions", "/settings/sessions");
        ALL.put("retention", "/settings/retention");
        ALL.put("preferences", "/preferences");
        ALL.put("missing", "/nodes/vectors/no-such-node");
    }

    private WalkedPages() {}
}
