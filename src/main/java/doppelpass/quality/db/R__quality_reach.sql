call reach.follow('quality.exemption', '{any exemption.kind exemption.record_id}');
