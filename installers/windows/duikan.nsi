; The installer for Windows: for one user, without an administrator's rights.
;
; makensis is given these on its command line:
;   VERSION   such as 1.2.3
;   BUNDLE    the folder that PyInstaller made
;   FILES     the lists of what is in it, as installers/windows/pack.py writes them
;   ICON      the icon
;   OUT       the installer
;
; The uninstaller takes away the files that are listed, and folders only where they are empty
; then: whatever else lies in the folder that the user chose stays there.

Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user
CRCCheck force

!include MUI2.nsh
!include x64.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include "${FILES}"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Duikan"
!define CLASSES "Software\Classes"
!define TYPE "Duikan.Comparison"
!define PROGRAM "duikan.exe"

Name "Duikan 对勘"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Duikan"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "Duikan ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Duikan"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Duikan 对勘"
VIAddVersionKey "LegalCopyright" "The Duikan authors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_PARAMETERS "gui"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first one is for systems that speak neither.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"

LangString NEEDS_64 ${LANG_ENGLISH} "Duikan needs a 64-bit Windows 10 or newer."
LangString NEEDS_64 ${LANG_SIMPCHINESE} "对勘需要 64 位的 Windows 10 或更高版本。"
LangString IS_OPEN ${LANG_ENGLISH} "Duikan is running. Close its window, then choose Retry."
LangString IS_OPEN ${LANG_SIMPCHINESE} "对勘正在运行。请关闭其窗口，然后选择“重试”。"
LangString FILE_TYPE ${LANG_ENGLISH} "Duikan comparison"
LangString FILE_TYPE ${LANG_SIMPCHINESE} "对勘对照文件"
LangString LIBRARY_STAYS ${LANG_ENGLISH} "Reports and notes stay in $LOCALAPPDATA\Duikan."
LangString LIBRARY_STAYS ${LANG_SIMPCHINESE} "报告和批注保留在 $LOCALAPPDATA\Duikan。"

; A program that runs cannot be written to.
!macro WAIT_UNTIL_CLOSED
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${Break}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" /SD IDCANCEL IDRETRY +2
    Abort
  ${Loop}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(NEEDS_64)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section
  SetShellVarContext current
  !insertmacro WAIT_UNTIL_CLOSED

  ; What an earlier version had and this one has not would stay for ever.
  ReadRegStr $0 HKCU "${KEY}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$0\uninstall.exe"
    ExecWait '"$0\uninstall.exe" /S _?=$0'
  ${EndIf}

  !insertmacro INSTALL_FILES
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Duikan 对勘.lnk" "$INSTDIR\${PROGRAM}" "gui" "$INSTDIR\${PROGRAM}" 0

  WriteRegStr HKCU "${CLASSES}\.duikan" "" "${TYPE}"
  WriteRegStr HKCU "${CLASSES}\.duikan\OpenWithProgids" "${TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "$(FILE_TYPE)"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" gui "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "Duikan 对勘"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Duikan authors"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

Section "un."
  SetShellVarContext current
  !insertmacro WAIT_UNTIL_CLOSED
  !insertmacro REMOVE_FILES
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP" ; a folder that is stood in cannot be removed
  RMDir "$INSTDIR"

  Delete "$SMPROGRAMS\Duikan 对勘.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.duikan" ""
  ${If} $0 == "${TYPE}" ; else the user has chosen another program since
    DeleteRegValue HKCU "${CLASSES}\.duikan" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.duikan\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.duikan\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.duikan"
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  DeleteRegKey HKCU "${KEY}"
  DetailPrint "$(LIBRARY_STAYS)"
  ${RefreshShellIcons}
SectionEnd
