; An object with symbols of all kinds and relocations of both.
extern _end, __bss_start
%define KERNEL 1
global _start:function (_start.end-_start), tbl:data (4*3)
global x
x equ 0x1234
section .text
_start:
 mov eax,_end
 sub eax,__bss_start
 call other
 jmp other
 mov eax,[tbl+4]
 mov eax,x
 mov ebx,x+1
 jmp 0x8049000
 call 0x8049010
 jz other
 mov al, 5
 jmp 8:other
.end:
section .text.foo exec
other: ret
 dd other-$, _start-$, tbl-$$
section .data
tbl: dd _start,other,tbl
 dw 5
 dd $-tbl
section .bss
 resb 10
