package broken.lookup.web;

import jakarta.servlet.http.HttpServletRequest;

class AsksWhoCalls {
    String caller(HttpServletRequest request) {
        return request.getRemoteHost();
    }
}
