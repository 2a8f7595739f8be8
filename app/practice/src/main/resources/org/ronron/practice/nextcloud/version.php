<?php
// Of a stand-in: there is no Nextcloud here, only what practice needs to look like one.
$OC_Version = array(31,0,5,1);
$OC_VersionString = '31.0.5';
$OC_Edition = '';
$OC_Channel = 'stable';
$vendor = 'stand-in';
